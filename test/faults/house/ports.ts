import { createServer } from 'node:net';

/**
 * Ports that are free now, below those that the system hands out by itself (from 32768 on Linux): a process that is killed finds
 * its own port free when it comes back.
 */
export async function stablePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  // Another run on this machine begins elsewhere.
  let port = 15_000 + Math.floor(Math.random() * 15_000);
  while (ports.length < count) {
    port = port >= 32_000 ? 15_000 : port + 1;
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
