import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { maximumAskLength, parseAsk, type GateAsk } from '../shells/gateProtocol';
import { maximumReportLength, parseReport, type ReportWord } from '../shells/reportProtocol';
import type { TerminalReport } from '../shells/terminalReport';
import { ChannelConnection, type ChannelSecrets, type MessageKind } from './channelConnection';
import { Dialogue } from './dialogue';

/** What a shell must know to talk here. Secrets: they are written to files of this user alone. */
export interface ChannelAddress extends ChannelSecrets {
  readonly port: number;
}

export interface ChannelLimits {
  /** How many that have not shown the token may be there at a time: the oldest goes for the newest. */
  readonly strangers: number;
  /** How long one has to show it. */
  readonly milliseconds: number;
}

/** What the editor does with messages. */
export interface ChannelListener {
  onReport(report: TerminalReport): void;
  /** Carries the dialogue on to its end. */
  onAsk(ask: GateAsk, dialogue: Dialogue): void;
}

const defaultLimits: ChannelLimits = { strangers: 256, milliseconds: 10_000 };

const secret = (): string => randomBytes(16).toString('hex');

/** Takes messages of shells on a loopback port. What is no whole message with the right token is dropped and counted. */
export class TerminalChannel {
  readonly #secrets: ChannelSecrets = { knock: secret(), proof: secret(), token: secret() };
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Those that have not shown the token, the oldest first. */
  readonly #strangers = new Set<Socket>();
  /** The newest connection of each shell: of two reports that overtake each other, the later prompt's counts. */
  readonly #newest = new Map<number, number>();
  #accepted = 0;
  #dropped = 0;

  constructor(
    private readonly listener: ChannelListener,
    private readonly limits: ChannelLimits = defaultLimits,
  ) {
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
  }

  /** How many connections said something else than a message. */
  get dropped(): number {
    return this.#dropped;
  }

  listen(): Promise<ChannelAddress> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => {
        const { port } = this.#server.address() as AddressInfo;
        resolve({ port, ...this.#secrets });
      });
    });
  }

  dispose(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #accept(socket: Socket): void {
    const connection = ++this.#accepted;
    const drop = (): void => {
      this.#dropped++;
      socket.destroy();
    };
    const deadline = setTimeout(drop, this.limits.milliseconds);
    const welcome = (): void => {
      clearTimeout(deadline);
      this.#strangers.delete(socket);
    };
    this.#sockets.add(socket);
    this.#strangers.add(socket);
    socket.on('close', () => {
      welcome();
      this.#sockets.delete(socket);
    });
    new ChannelConnection(socket, this.#secrets, this.#kinds(connection), {
      onTrusted: welcome,
      onDropped: () => this.#dropped++,
    });
    this.#makeRoom();
  }

  /** A flood of strangers shuts nobody out who knows the secrets: that takes them no longer than it takes a packet. */
  #makeRoom(): void {
    const [oldest] = this.#strangers;
    if (this.#strangers.size <= this.limits.strangers || !oldest) return;
    this.#dropped++;
    oldest.destroy();
  }

  #kinds(connection: number): Readonly<Record<string, MessageKind>> {
    const report = (word: ReportWord): MessageKind => ({
      maximumLength: maximumReportLength,
      endsWith: 'hangUp',
      receive: (message) => this.#receiveReport(parseReport(word, message), connection),
    });
    return {
      report: report('report'),
      refused: report('refused'),
      ask: {
        maximumLength: maximumAskLength,
        endsWith: 'emptyField',
        receive: (message, socket) => this.#receiveAsk(message, socket),
      },
    };
  }

  #receiveReport(report: TerminalReport | undefined, connection: number): boolean {
    if (!report) return false;
    if ((this.#newest.get(report.processId) ?? 0) > connection) return true;
    if (this.#newest.size > 1000) this.#newest.clear();
    this.#newest.set(report.processId, connection);
    this.listener.onReport(report);
    return true;
  }

  #receiveAsk(message: string, socket: Socket): boolean {
    const ask = parseAsk(message);
    if (!ask) return false;
    this.listener.onAsk(ask, new Dialogue(socket));
    return true;
  }
}
