// DingTalk's own client as a program: `node stream.mjs URL ID SECRET` connects to the gateway at this
// address, in place of DingTalk's, and writes each message and event it hears as a line of JSON.
import axios from 'axios';
import { DWClient, EventAck, TOPIC_ROBOT } from 'dingtalk-stream';

const [url, clientId, clientSecret] = process.argv.slice(2);

// The client has no setting for the address.
axios.interceptors.request.use((request) => ({
  ...request,
  url: request.url.replace('https://api.dingtalk.com', url),
}));

const client = new DWClient({ clientId, clientSecret });
client
  .registerCallbackListener(TOPIC_ROBOT, (push) => {
    console.log(push.data);
    client.socketCallBackResponse(push.headers.messageId, { heard: true });
  })
  .registerAllEventListener((push) => {
    console.log(JSON.stringify({ eventId: push.headers.eventId }));
    return { status: EventAck.SUCCESS };
  })
  .connect();
