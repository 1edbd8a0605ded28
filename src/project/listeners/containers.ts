import type { Listener, PublishedPort } from '../../core/tunnels/listener';
import { readImage } from '../../core/tunnels/containerImage';
import { runBriefly } from './runBriefly';

const engines = ['docker', 'podman'] as const;

/** What the image of the container is that has a port published. */
export async function findContainer(published: PublishedPort, port: number): Promise<Listener> {
  const lists = await Promise.all(
    engines.map((engine) => runBriefly(engine, ['ps', '--format', '{{.Image}}\t{{.Ports}}'])),
  );
  const image = lists.map((text) => imageOf(text ?? '', port)).find((found) => found !== undefined);
  return image === undefined
    ? { kind: 'unknown', program: `a container (${published.tool})` }
    : readImage(image);
}

/** A line each: `postgres:16⇥127.0.0.1:5433->5432/tcp, 0.0.0.0:7000-7002->7000-7002/tcp`. */
export function imageOf(list: string, port: number): string | undefined {
  const lines = list.split('\n').map((line) => line.split('\t'));
  return lines.find(([, ports = '']) =>
    [...ports.matchAll(/:(\d+)(?:-(\d+))?->/g)].some(
      ([, first, last = first]) => Number(first) <= port && port <= Number(last),
    ),
  )?.[0];
}
