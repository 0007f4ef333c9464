// WeCom's own client as a program: `node connect.mjs URL ID SECRET` connects to the gateway at this
// address, answers each message by a stream and a push, each tap by a new face, and writes what it
// hears as lines of JSON.
import { WSClient } from '@wecom/aibot-node-sdk';

const [wsUrl, botId, secret] = process.argv.slice(2);
const print = (value) => process.stdout.write(JSON.stringify(value) + '\n');
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const options = { wsUrl, botId, secret, logger: silent, reconnectInterval: 200 };
const client = new WSClient({ ...options, maxAuthFailureAttempts: 1 });

client.on('authenticated', () => print({ event: 'authenticated' }));
client.on('error', (error) => print({ event: 'error', message: String(error.message) }));
client.on('event.disconnected_event', () => print({ event: 'kicked' }));
client.on('message', async (frame) => {
  const user = frame.body.from.userid;
  const stream = await client.replyStream(frame, 'S1', '**已记录**', true);
  const push = await client.sendMessage(user, { msgtype: 'markdown', markdown: { content: '提醒' } });
  print({ event: 'message', heard: frame.body, stream: stream.errcode, push: push.errcode });
});
client.on('event.template_card_event', async (frame) => {
  const card = {
    card_type: 'button_interaction',
    main_title: { title: 'ok' },
    button_list: [{ text: '已完成', style: 4, key: 'noop' }],
    task_id: 't1',
  };
  const update = await client.updateTemplateCard(frame, card);
  print({ event: 'tap', update: update.errcode });
});
client.on('event.enter_chat', async (frame) => {
  const welcome = await client.replyWelcome(frame, { msgtype: 'text', text: { content: '您好' } });
  const media = await client.uploadMedia(Buffer.alloc(600 * 1024, 7), { type: 'file', filename: '报价.pdf' });
  print({ event: 'entered', welcome: welcome.errcode, media: media.media_id });
});
client.connect();
