// WeCom's own library as a program: `node crypto.js seal N` makes N random requests, one JSON object
// a line; `node crypto.js open` reads such lines and writes what it finds in each.
const { createInterface } = require('node:readline');
const { randomInt } = require('node:crypto');
const { decrypt, encrypt, getSignature } = require('@wecom/crypto');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const WORDS = ['客户', '太贵了', '王总', ' ', '\n', '😅', '𠮷', 'é', 'a', '7', '<b>', ']]>', '&', '"'];

const some = (from, count) => Array.from({ length: count }, () => from[randomInt(from.length)]).join('');

function sealed(n) {
  const token = some(LETTERS, randomInt(1, 33));
  const encodingAESKey = some(LETTERS, 43);
  const receiveid = n % 10 === 0 ? '' : 'ww' + some(LETTERS, randomInt(1, 31));
  const random16 = some(LETTERS, 16);
  const timestamp = String(randomInt(1, 2 ** 32));
  const nonce = some(LETTERS, randomInt(1, 33));
  const plaintext = some(WORDS, n % 100);
  const text = encrypt(encodingAESKey, plaintext, receiveid, Buffer.from(random16));
  const msg_signature = getSignature(token, timestamp, nonce, text);
  const name = 'random ' + n;
  return { name, token, encodingAESKey, receiveid, random16, timestamp, nonce, plaintext, encrypt: text, msg_signature };
}

function opened(request) {
  const { message, id, random } = decrypt(request.encodingAESKey, request.encrypt);
  const signature = getSignature(request.token, request.timestamp, request.nonce, request.encrypt);
  return { ...request, plaintext: message, receiveid: id, random16: random.toString(), msg_signature: signature };
}

const print = (value) => process.stdout.write(JSON.stringify(value) + '\n');
if (process.argv[2] === 'seal') {
  for (let n = 0; n < Number(process.argv[3]); n++) print(sealed(n));
} else {
  createInterface({ input: process.stdin }).on('line', (line) => print(opened(JSON.parse(line))));
}
