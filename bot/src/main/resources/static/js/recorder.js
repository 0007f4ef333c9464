const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const ENDINGS = { 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' };

export const LONGEST = 60;
export const SHORTEST = 0.6;

/** One recording from the microphone. Failures carry the wording key that explains them. */
export class Recorder {
  #chunks = [];
  #began = 0;

  /** Asks for the microphone and begins; `level` hears 0–1 and the seconds so far, about 20 times a second. */
  static async begin(level) {
    if (!navigator.mediaDevices?.getUserMedia) throw new Error('recorder.insecure');
    const kind = window.MediaRecorder && KINDS.find((each) => MediaRecorder.isTypeSupported(each));
    if (!kind) throw new Error('recorder.unsupported');
    const recorder = new Recorder();
    recorder.stream = await navigator.mediaDevices
      .getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, echoCancellation: true } })
      .catch((error) => {
        throw new Error(error.name === 'NotAllowedError' ? 'recorder.denied' : 'recorder.missing');
      });
    recorder.#start(kind, level);
    return recorder;
  }

  #start(kind, level) {
    this.machine = new MediaRecorder(this.stream, { mimeType: kind, audioBitsPerSecond: 32_000 });
    this.machine.addEventListener('dataavailable', (event) => this.#chunks.push(event.data));
    this.machine.start(1_000);
    this.#began = performance.now();
    this.context = new AudioContext();
    const ear = this.context.createAnalyser();
    ear.fftSize = 1024;
    this.context.createMediaStreamSource(this.stream).connect(ear);
    const wave = new Float32Array(ear.fftSize);
    this.timer = setInterval(() => {
      ear.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, x) => sum + x * x, 0) / wave.length;
      level(Math.min(1, Math.sqrt(power) * 5), this.seconds);
    }, 50);
  }

  get seconds() {
    return (performance.now() - this.#began) / 1_000;
  }

  /** Ends it: the file, its name and its length. */
  async finish() {
    const seconds = this.seconds;
    const ended = new Promise((resolve) => this.machine.addEventListener('stop', resolve, { once: true }));
    this.machine.stop();
    await ended;
    this.#release();
    const type = this.machine.mimeType || KINDS[0];
    return {
      file: new Blob(this.#chunks, { type }),
      name: `voice.${ENDINGS[type.split(';')[0]] ?? 'webm'}`,
      seconds,
    };
  }

  cancel() {
    if (this.machine.state !== 'inactive') this.machine.stop();
    this.#release();
  }

  #release() {
    clearInterval(this.timer);
    this.stream.getTracks().forEach((track) => track.stop());
    this.context.close();
  }
}
