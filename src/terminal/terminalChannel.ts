import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { maximumReportLength, parseReport } from '../shells/reportProtocol';
import type { TerminalReport } from '../shells/terminalReport';

/** What a shell must know to report here. A secret: it is written to files of this user alone. */
export interface ChannelAddress {
  readonly port: number;
  /** The channel shows it, so that a shell tells it from a stranger on the same port. */
  readonly proof: string;
  /** The shell shows it, so that the channel tells it from any other program on this machine. */
  readonly token: string;
}

export interface ChannelLimits {
  readonly connections: number;
  readonly connectionsPerSecond: number;
  readonly milliseconds: number;
}

const defaultLimits: ChannelLimits = {
  connections: 64,
  connectionsPerSecond: 200,
  milliseconds: 10_000,
};

/** Takes reports of shells on a loopback port. What is not a whole report with the right token is dropped and counted. */
export class TerminalChannel {
  readonly #proof = randomBytes(16).toString('hex');
  readonly #token = randomBytes(16).toString('hex');
  readonly #head = Buffer.from(`${this.#token} report\n`);
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** The newest connection of each shell: of two reports that overtake each other, the later prompt's counts. */
  readonly #newest = new Map<number, number>();
  #accepted = 0;
  #second = { start: 0, connections: 0 };
  #dropped = 0;

  constructor(
    private readonly onReport: (report: TerminalReport) => void,
    private readonly limits: ChannelLimits = defaultLimits,
  ) {
    this.#server = createServer((socket) => this.#accept(socket));
    this.#server.maxConnections = limits.connections;
    this.#server.on('drop', () => this.#dropped++);
  }

  /** How many connections said something else than a report. */
  get dropped(): number {
    return this.#dropped;
  }

  listen(): Promise<ChannelAddress> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => {
        const { port } = this.#server.address() as AddressInfo;
        resolve({ port, proof: this.#proof, token: this.#token });
      });
    });
  }

  dispose(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #accept(socket: Socket): void {
    if (this.#isFlooded()) return this.#drop(socket);
    const connection = ++this.#accepted;
    const deadline = setTimeout(() => this.#drop(socket), this.limits.milliseconds);
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(deadline);
      this.#sockets.delete(socket);
    });
    this.#read(socket, (message) => this.#receive(message, connection));
    socket.write(`${this.#proof}\n`);
  }

  #read(socket: Socket, receive: (message: Buffer) => void): void {
    const chunks: Buffer[] = [];
    let length = 0;
    let isTrusted = false;
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      // Only once it is there in full: an answer to each first letter would tell the token letter by letter.
      if (!isTrusted && length >= this.#head.length)
        isTrusted = this.#isHead(Buffer.concat(chunks).subarray(0, this.#head.length));
      if (length > maximumReportLength || (!isTrusted && length >= this.#head.length))
        this.#drop(socket);
    });
    socket.on('end', () =>
      isTrusted ? receive(Buffer.concat(chunks).subarray(this.#head.length)) : this.#drop(socket),
    );
  }

  #receive(message: Buffer, connection: number): void {
    const report = parseReport(message.toString());
    if (!report) {
      this.#dropped++;
      return;
    }
    if ((this.#newest.get(report.processId) ?? 0) > connection) return;
    if (this.#newest.size > 1000) this.#newest.clear();
    this.#newest.set(report.processId, connection);
    this.onReport(report);
  }

  #isHead(bytes: Buffer): boolean {
    return timingSafeEqual(bytes, this.#head);
  }

  #isFlooded(): boolean {
    const now = Date.now();
    if (now - this.#second.start >= 1000) this.#second = { start: now, connections: 0 };
    return ++this.#second.connections > this.limits.connectionsPerSecond;
  }

  #drop(socket: Socket): void {
    this.#dropped++;
    socket.destroy();
  }
}
