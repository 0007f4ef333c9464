#!/usr/bin/python3
"""Trains the Chinese sentence model, and the basis of its vectors, on the way salespeople talk: its last two layers, then all four.

    apt-get install python3-torch python3-onnx python3-numpy
    python3 train_layers.py MODEL.onnx TOKENIZER.json BASIS.f32 OUT

Reads the model and its tokenizer as they come in the jar (nlp/target/sentence-models after a build), the basis from which to
start (the one that ships: BasisMaker's, trained on already), the memos and libraries beside this file (all trades but
HELD_OUT) and the topics of sales-talk-zh.tsv. Writes bge-small-zh-v1.5-q-trained.safetensors and -basis.f32 to the folder OUT.
Takes some 100 minutes on two cores. Afterwards CentresMaker and SalesTalkMaker have to run, and the weights be fitted anew.

How: a memo is compared with a phrase as MemoMeaning does it, and with an entry by the best two of five of its phrases, as
tagging does it: no phrase need be like every way to say a thing. Entries that a memo mentions (whether they hold or not: Stance
tells that) must come nearer to it than the others, and nearer to it than to the other memos of the batch. Some of the phrases
are catchwords of two to five characters, as people in a hurry type them. In a third of the batches topics stand in for
entries: a memo is then one to three of their wordings in a row.
"""
import json, math, os, random, struct, sys, unicodedata

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
TALK = os.path.join(HERE, "../../../nlp/src/main/resources/io/kouxin/nlp/tagging/sales-talk-zh.tsv")
TRADES = """advertising agriculture apparel building chemicals education energy finance food logistics machinery medical
    services software telecom vehicles""".split()
HELD_OUT = ["software", "medical"]  # to fit the weights of the tags on
# the first layer that learns, steps, rate, and that of the first two layers beside it
STAGES = [(2, 600, 1e-4, 0), (0, 500, 6e-5, 0.7), (0, 500, 6e-5, 1)]
EARLY = 2
TOPICS, DROPPED, FIRST_SCALE = 0.35, 0.1, 25
MEMOS, ENTRIES, LONGEST, WINDOW, STRIDE, KEPT = 16, 20, 120, 20, 4, 128
PHRASES, BEST = 5, 2  # of an entry in a batch, and of these the ones that count
CATCHWORDS, NOTHING_ELSE = 0.35, 0.15  # how many of the phrases are short, and how often as many as there are
PARTS = [("attention/self/query", "q"), ("attention/self/key", "k"), ("attention/self/value", "v"),
         ("attention/output/dense", "o"), ("intermediate/dense", "i"), ("output/dense", "d")]


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self, size=512, inner=2048):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(size, size) for _ in range(4))
        self.i, self.d = nn.Linear(size, inner), nn.Linear(inner, size)
        self.ln1, self.ln2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)
        self.dropped = 0.0

    def forward(self, x, mask):
        b, t, h = x.shape
        heads = lambda linear: linear(x).view(b, t, 8, 64).transpose(1, 2)
        attention = ((heads(self.q) @ heads(self.k).transpose(2, 3)) / 8 + mask).softmax(-1)
        y = F.dropout(attention, self.dropped, self.training) @ heads(self.v)
        y = self.o(y.transpose(1, 2).reshape(b, t, h))
        x = self.ln1(x + F.dropout(y, self.dropped, self.training))
        y = self.d(F.gelu(self.i(x)))
        return self.ln2(x + F.dropout(y, self.dropped, self.training))


class Model(nn.Module):
    """bge-small-zh, its eight-bit numbers made floats again."""

    def __init__(self, file):
        super().__init__()
        graph = onnx.load(file).graph
        values = {i.name: np.array(numpy_helper.to_array(i)) for i in graph.initializer}
        self.matrices = {n.name: n.input[1][: -len("_quantized")] for n in graph.node if n.op_type == "MatMulInteger"}
        self.word, self.pos, self.kind = nn.Embedding(21128, 512), nn.Embedding(512, 512), nn.Embedding(2, 512)
        self.ln = nn.LayerNorm(512, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(4)])
        with torch.no_grad():
            for name, part in ("word", self.word), ("position", self.pos), ("token_type", self.kind):
                name = f"embeddings.{name}_embeddings.weight"
                numbers = values[name + "_quantized"].astype(np.float32) - float(values[name + "_zero_point"])
                part.weight.copy_(torch.from_numpy(numbers * float(values[name + "_scale"])))
            self.norm(values, "embeddings.LayerNorm", self.ln)
            for number, layer in enumerate(self.layers):
                for part, short in PARTS:
                    name = self.matrix(number, part)
                    assert not values[name + "_zero_point"].any()
                    numbers = values[name + "_quantized"].astype(np.float32) * values[name + "_scale"]
                    getattr(layer, short).weight.copy_(torch.from_numpy(numbers.T.copy()))
                    getattr(layer, short).bias.copy_(torch.from_numpy(values[bias(number, part)]))
                self.norm(values, f"encoder.layer.{number}.attention.output.LayerNorm", layer.ln1)
                self.norm(values, f"encoder.layer.{number}.output.LayerNorm", layer.ln2)

    def matrix(self, layer, part):
        return self.matrices[f"/encoder/layer.{layer}/{part}/MatMul_quant"]

    @staticmethod
    def norm(values, name, norm):
        norm.weight.copy_(torch.from_numpy(values[name + ".weight"]))
        norm.bias.copy_(torch.from_numpy(values[name + ".bias"]))

    def first(self, layers, ids, mask):
        """What so many layers say."""
        x = self.ln(self.word(ids) + self.pos(torch.arange(ids.shape[1]))[None] + self.kind.weight[0])
        return self.through(self.layers[:layers], x, mask)

    def last(self, layers, x, mask):
        """What the layers behind them make of it."""
        return self.through(self.layers[layers:], x, mask)

    @staticmethod
    def through(layers, x, mask):
        shut = (1 - mask.float())[:, None, None, :] * -1e4
        for layer in layers:
            x = layer(x, shut)
        return x


def bias(layer, part):
    return f"encoder.layer.{layer}." + part.replace("/", ".") + ".bias"


class Tokens:
    """WordPiece; Chinese characters stand alone."""

    def __init__(self, file):
        self.ids = json.load(open(file, encoding="utf-8"))["model"]["vocab"]
        self.seen, self.texts = {}, 0

    def of(self, text):
        text = unicodedata.normalize("NFKC", text).lower()
        words, word = [], ""
        for c in text + " ":
            if c.isalnum() and not "\u3400" <= c <= "\u9fff":
                word += c
                continue
            words += [word, c] if word else [c]
            word = ""
        return [i for w in words if w.strip() for i in self.pieces(w)]

    def pieces(self, word):
        out, at = [], 0
        while at < len(word):
            end = next((e for e in range(len(word), at, -1) if ("##" if at else "") + word[at:e] in self.ids), None)
            if end is None:
                return [self.ids["[UNK]"]]
            out.append(self.ids[("##" if at else "") + word[at:end]])
            at = end
        return out

    def count(self, wording):
        self.texts += 1
        for token in set(wording):
            self.seen[token] = self.seen.get(token, 0) + 1

    def says(self, token):
        """Inverse document frequency, as Weights has it."""
        return max(0.1, math.log((self.texts + 1) / (self.seen.get(token, 0) + 0.5)) / math.log(self.texts + 1))


def lines(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def trade(name, tokens):
    library, memos = lines(name + "-library.jsonl"), lines(name + ".jsonl")
    number = {entry["id"]: n for n, entry in enumerate(library)}
    return {"phrases": [[tokens.of(p) for p in entry["phrases"]] for entry in library],
            "catchwords": [[tokens.of(p) for p in entry["catchwords"]] for entry in library],
            "memos": [tokens.of(m["text"])[:LONGEST] for m in memos],
            "mentions": [[number[e] for e in m["tags"] + m["negated"]] for m in memos], "order": []}


def topics(tokens):
    found = {}
    for line in open(TALK, encoding="utf-8"):
        topic, wording = line.rstrip("\n").split("\t")
        found.setdefault(topic, []).append(tokens.of(wording))
    for wordings in found.values():
        for wording in wordings:
            tokens.count(wording)
    return list(found.values())


def some_phrases(of, entry):
    catchwords, phrases = of["catchwords"][entry], of["phrases"][entry]
    short = PHRASES if random.random() < NOTHING_ELSE else sum(random.random() < CATCHWORDS for _ in range(PHRASES))
    short = min(short, len(catchwords))
    return random.sample(catchwords, short) + random.sample(phrases, PHRASES - short)


def memo_batch(trades):
    """Phrases, PHRASES an entry; memos; for each entry, which of the memos mention it."""
    of = random.choice(trades)
    if len(of["order"]) < MEMOS:
        of["order"] = random.sample(range(len(of["memos"])), len(of["memos"]))
    chosen = [of["order"].pop() for _ in range(MEMOS)]
    mentions = [of["mentions"][m] for m in chosen]
    entries = sorted({e for m in mentions for e in m})
    rest = [e for e in range(len(of["phrases"])) if e not in entries]
    entries += random.sample(rest, min(len(rest), max(0, ENTRIES - len(entries))))
    phrases = [p for e in entries for p in some_phrases(of, e)]
    return phrases, [of["memos"][m] for m in chosen], [[e in m for m in mentions] for e in entries]


def topic_batch(all_topics):
    """The same of topics; no wording is in a memo and among the phrases."""
    chosen = random.sample(range(len(all_topics)), ENTRIES + 8)
    mixed = {t: random.sample(all_topics[t], len(all_topics[t])) for t in chosen}
    memos, mentions = [], []
    for topic in chosen[:MEMOS]:
        mine = list(dict.fromkeys([topic] + random.sample(chosen, random.choice([0, 1, 1, 2]))))
        random.shuffle(mine)
        memos.append([token for t in mine for token in random.choice(mixed[t][PHRASES:])])
        mentions.append(mine)
    phrases = [p for t in chosen[:ENTRIES] for p in mixed[t][:PHRASES]]
    return phrases, memos, [[t in m for m in mentions] for t in chosen[:ENTRIES]]


def padded(texts):
    mask = torch.zeros(len(texts), max(map(len, texts)) + 2, dtype=torch.bool)
    ids = torch.zeros(mask.shape, dtype=torch.long)
    for n, text in enumerate(texts):
        ids[n, : len(text) + 2] = torch.tensor([101] + text + [102])
        mask[n, : len(text) + 2] = True
    return ids, mask


class Below:
    """What the layers that stay as they are say of a text, remembered: a quarter of the work."""

    def __init__(self, model, layers):
        self.model, self.layers, self.known = model, layers, {}

    @torch.no_grad()
    def of(self, texts):
        new = [t for t in dict.fromkeys(map(tuple, texts)) if t not in self.known]
        if new:
            ids, mask = padded([list(t) for t in new])
            for text, states in zip(new, self.model.first(self.layers, ids, mask)):
                self.known[text] = states[: len(text) + 2].half()
        mask = padded(texts)[1]
        states = torch.zeros(*mask.shape, self.model.ln.normalized_shape[0])
        for n, text in enumerate(texts):
            states[n, : len(text) + 2] = self.known[tuple(text)].float()
        return states, mask


def vectors(below, mean, basis, texts, tokens):
    """Vectors of length 1, what each token says, and where there is one."""
    states, mask = below.of(texts)
    said, inner = torch.zeros(mask.shape), torch.zeros_like(mask)
    for n, text in enumerate(texts):
        inner[n, 1 : len(text) + 1] = True
        said[n, 1 : len(text) + 1] = torch.tensor([tokens.says(t) for t in text])
    return F.normalize((below.model.last(below.layers, states, mask) - mean) @ basis, dim=-1), said, inner


def alike(phrases, said, memos, inner):
    """How like each phrase each memo is: its best window."""
    p, length, _ = phrases.shape
    m, longest, _ = memos.shape
    cosines = (phrases.reshape(p * length, -1) @ memos.reshape(m * longest, -1).T).view(p, length, m, longest)
    cosines = cosines.masked_fill(~inner[None, None], -0.2).reshape(p * length, m, longest)
    best = F.max_pool1d(cosines, min(WINDOW, longest), STRIDE, ceil_mode=True).view(p, length, m, -1)
    return ((best * said[:, :, None, None]).sum(1) / said.sum(1)[:, None, None]).max(-1)[0]


def loss(scores, mentioned):
    """That of InfoNCE (van den Oord et al. 2018), over the entries and, half as heavy, over the memos."""
    total = 0
    for over, counts in (0, 1.0), (1, 0.5):
        others = torch.logsumexp(scores.masked_fill(mentioned, -1e4), over, keepdim=True)
        total = total + counts * (torch.logaddexp(scores, others) - scores)[mentioned].mean()
    return total


def parameters(model, numbers):
    return [p for n in numbers for p in model.layers[n].parameters()]


def train(model, mean, basis, tokens, trades, talk):
    scale = nn.Parameter(torch.tensor(math.log(FIRST_SCALE)))
    for stage in STAGES:
        train_stage(model, mean, basis, scale, tokens, trades, talk, *stage)


def train_stage(model, mean, basis, scale, tokens, trades, talk, first, steps, rate, early_rate):
    for parameter in model.parameters():
        parameter.requires_grad = False
    early, late = parameters(model, range(first, EARLY)), parameters(model, range(EARLY, len(model.layers)))
    for parameter in early + late:
        parameter.requires_grad = True
    for layer in model.layers[first:]:
        layer.dropped = DROPPED
    groups = [{"params": late, "lr": rate, "weight_decay": 0.01},
              {"params": [basis], "lr": float(basis.detach().abs().mean()) * rate * 10, "weight_decay": 0},
              {"params": [scale], "lr": 5e-3, "weight_decay": 0}]
    if early:
        groups.append({"params": early, "lr": rate * early_rate, "weight_decay": 0.01})
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / 30) * max(0.05, 1 - s / steps))
    model.train()
    below = Below(model, first)
    for step in range(steps):
        phrases, memos, mentioned = topic_batch(talk) if random.random() < TOPICS else memo_batch(trades)
        left, said, _ = vectors(below, mean, basis, phrases, tokens)
        right, _, inner = vectors(below, mean, basis, memos, tokens)
        scores = alike(left, said, right, inner).view(-1, PHRASES, len(memos)).topk(BEST, 1)[0].mean(1)
        error = loss(scores * scale.exp(), torch.tensor(mentioned))
        optimizer.zero_grad()
        error.backward()
        torch.nn.utils.clip_grad_norm_(early + late, 1.0)
        optimizer.step()
        schedule.step()
        if step % 50 == 49:
            print(f"{step + 1} of {steps}: {error.item():.3f}", flush=True)


@torch.no_grad()
def inputs(layer, model, texts):
    """What goes into each matrix of a layer, as sums of products."""
    sums, mask, hooks = {}, None, []
    for _, short in PARTS:
        def add(_, given, __, short=short):
            rows = given[0][mask]
            sums[short] = sums.get(short, 0) + rows.T @ rows
        hooks.append(getattr(layer, short).register_forward_hook(add))
    for at in range(0, len(texts), 32):
        ids, mask = padded(texts[at : at + 32])
        model.first(len(model.layers), ids, mask)
    for hook in hooks:
        hook.remove()
    return sums


@torch.no_grad()
def rounded(weight, sums):
    """Whole numbers of -64 to 64 (more would overflow in sums of 16 bits) and their scales, each column making good for what
    was rounded before it (GPTQ, Frantar et al. 2023). Simply rounded, most of what was learned would be lost: it is less than
    half a step."""
    weight, sums = weight.double().clone(), sums.double()
    sums = sums + torch.eye(len(sums)) * 0.01 * sums.diagonal().mean()
    inverse = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(sums)), upper=True)
    scale = weight.abs().max(1, keepdim=True)[0] / 64
    whole = torch.zeros_like(weight)
    for at in range(0, weight.shape[1], 64):
        end = min(at + 64, weight.shape[1])
        wrong = torch.zeros(weight.shape[0], end - at, dtype=torch.double)
        for j in range(at, end):
            whole[:, j] = torch.clamp(torch.round(weight[:, j] / scale[:, 0]), -64, 64)
            wrong[:, j - at] = (weight[:, j] - whole[:, j] * scale[:, 0]) / inverse[j, j]
            weight[:, j + 1 : end] -= wrong[:, j - at, None] * inverse[j, j + 1 : end]
        weight[:, end:] -= wrong @ inverse[at:end, end:]
    return whole, scale


def write(model, mean, basis, texts, out):
    model.eval()
    numbers = {}
    for n, layer in enumerate(model.layers):
        sums = inputs(layer, model, texts)
        for part, short in PARTS:
            linear, name = getattr(layer, short), model.matrix(n, part)
            whole, scale = rounded(linear.weight.detach(), sums[short])
            with torch.no_grad():
                linear.weight.copy_(whole * scale)
            numbers[name + "_quantized"] = whole.numpy().T.astype(np.int8).copy()
            numbers[name + "_scale"] = scale[:, 0].numpy().astype("<f4")
            numbers[bias(n, part)] = linear.bias.detach().numpy().astype("<f4")
        for where, norm in ("attention.output", layer.ln1), ("output", layer.ln2):
            for kind in "weight", "bias":
                numbers[f"encoder.layer.{n}.{where}.LayerNorm.{kind}"] = getattr(norm, kind).detach().numpy().astype("<f4")
    header, body = {}, b""
    for name, value in numbers.items():
        raw = value.tobytes()
        header[name] = {"dtype": "I8" if value.dtype == np.int8 else "F32", "shape": list(value.shape),
                        "data_offsets": [len(body), len(body) + len(raw)]}
        body += raw
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "bge-small-zh-v1.5-q-trained.safetensors"), "wb") as file:
        file.write(struct.pack("<Q", len(head)) + head + body)
    both = np.concatenate([mean.detach().numpy(), basis.detach().numpy().ravel()])
    both.astype(">f4").tofile(os.path.join(out, "bge-small-zh-v1.5-q-basis.f32"))


def main(file, tokenizer, start, out):
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(os.cpu_count() or 1)
    tokens, model = Tokens(tokenizer), Model(file)
    talk = topics(tokens)
    every = {name: trade(name, tokens) for name in TRADES}
    begin = np.fromfile(start, ">f4").astype(np.float32)
    mean, basis = torch.from_numpy(begin[:512]), nn.Parameter(torch.from_numpy(begin[512:].reshape(512, KEPT)))
    train(model, mean, basis, tokens, [every[name] for name in TRADES if name not in HELD_OUT], talk)
    some = random.Random(3)
    texts = [p for t in some.sample(talk, 200) for p in some.sample(t, 2)]
    texts += [m for name in TRADES for m in some.sample(every[name]["memos"], 40)]
    write(model, mean, basis, texts, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
