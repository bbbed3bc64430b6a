import { stackSettings } from './settings';

describe('the settings of the stack', () => {
  it('are the documented ports when nothing is said', () => {
    const { ports, publicUrl, issuer } = stackSettings({});
    expect(ports).toMatchObject({
      gateway: 8080,
      people: 8101,
      'legal-access': 8108,
      kafka: 9192,
      mongodb: 27117,
    });
    expect(publicUrl).toBe('http://localhost:8080');
    expect(issuer).toBe('http://localhost:8090');
  });

  it('follow a variable, and an offset for the others', () => {
    const settings = stackSettings({ GATEWAY_PORT: '9000', PORT_OFFSET: '10000', PASSERELLE_DATA: '/data' });
    expect(settings.ports).toMatchObject({ gateway: 9000, people: 18101, smtp: 11025 });
    expect(settings.publicUrl).toBe('http://localhost:9000');
    expect(settings.clockFile).toBe('/data/clock.json');
  });

  it('take a public address without its last slash', () => {
    expect(stackSettings({ PUBLIC_URL: 'https://ville.test/' }).publicUrl).toBe('https://ville.test');
  });

  it.each(['abc', '-1', '70000', '80.5'])('refuse the port %s by its name', (port) => {
    expect(() => stackSettings({ GATEWAY_PORT: port })).toThrow(/GATEWAY_PORT must be a whole number/);
  });
});
