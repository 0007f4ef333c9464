/** Where the phone is, as WeCom's browser says; the kind of coordinates is that of its chat messages. */
export async function locate(proof) {
  const { wx } = window;
  const common = { timestamp: proof.timestamp, nonceStr: proof.nonce, jsApiList: ['getLocation'] };
  await new Promise((ready, failed) => {
    wx.config({ beta: true, appId: proof.company, signature: proof.proof, ...common });
    wx.ready(ready);
    wx.error(() => failed(new Error('unknown')));
  });
  if (wx.agentConfig && proof.agent) await asApplication(wx, proof, common);
  return new Promise((found, failed) =>
    wx.getLocation({
      type: 'gcj02',
      success: ({ latitude, longitude, accuracy }) =>
        found({ latitude: Number(latitude), longitude: Number(longitude), accuracy: Number(accuracy) }),
      cancel: () => failed(new Error('denied')),
      fail: ({ errMsg }) =>
        failed(new Error(/deny|denied|permission|cancel/i.test(errMsg) ? 'denied' : 'unknown')),
    }),
  );
}

// Where WeCom's browser knows it; without it the place can be told all the same.
function asApplication(wx, proof, common) {
  return new Promise((done) =>
    wx.agentConfig({
      corpid: proof.company,
      agentid: proof.application,
      signature: proof.agent,
      ...common,
      success: done,
      fail: done,
    }),
  );
}
