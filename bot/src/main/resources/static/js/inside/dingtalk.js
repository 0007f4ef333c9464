/** Where the phone is, as DingTalk's browser says (coordinates of the map AMap, on phones only). */
export async function locate(proof) {
  const { dd } = window;
  await new Promise((ready, failed) => {
    dd.config({
      agentId: proof.application,
      corpId: proof.company,
      timeStamp: proof.timestamp,
      nonceStr: proof.nonce,
      signature: proof.proof,
      jsApiList: ['getLocation', `device.geolocation.get`],
    });
    dd.ready(ready);
    dd.error(() => failed(new Error('unknown')));
  });
  return new Promise((found, failed) => {
    const success = ({ latitude, longitude, accuracy, address }) =>
      found({
        latitude: Number(latitude),
        longitude: Number(longitude),
        accuracy: Number(accuracy),
        label: address,
      });
    const fail = ({ error, errorCode } = {}) =>
      failed(new Error(String(error ?? errorCode) === '11' ? 'denied' : 'unknown'));
    dd.getLocation({
      type: 1,
      coordinate: '1',
      withReGeocode: true,
      targetAccuracy: '100',
      useCache: false,
      success,
      fail,
      onSuccess: success,
      onFail: fail,
    });
  });
}
