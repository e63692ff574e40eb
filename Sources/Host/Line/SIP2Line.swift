import NIOCore
import NIOPosix
import Station
import Synchronization

/// The station's line to the library system: TCP, one at a time.
///
/// Every dial ends in exactly one `.lineDown`, with at most one `.lineUp` before it. Bytes of a line that was hung
/// up are never heard.
public final class SIP2Line: Sendable {
    static let connectWithin = TimeAmount.seconds(5)

    private enum State {
        case down
        case dialling(Int)
        case up(Int, any Channel)
        /// Hung up by us; the last word is not yet heard. A dial that comes early waits for it.
        case closing(Int, isWanted: Bool)
    }

    private let host: String
    private let port: Int
    private let inbox: Inbox
    private let group: any EventLoopGroup
    private let state: Mutex<(last: Int, state: State)>

    public init(
        host: String, port: Int, inbox: Inbox, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        (self.host, self.port, self.inbox, self.group) = (host, port, inbox, group)
        state = Mutex((0, .down))
    }

    /// Does nothing while a line is up or being dialled.
    public func dial() {
        let number: Int? = state.withLock { now in
            switch now.state {
            case .down:
                now.last += 1
                now.state = .dialling(now.last)
                return now.last
            case .closing(let number, _):
                now.state = .closing(number, isWanted: true)
                return nil
            case .dialling, .up: return nil
            }
        }
        guard let number else { return }
        ClientBootstrap(group: group)
            .connectTimeout(Self.connectWithin)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.autoRead, value: false)
            .channelInitializer { [inbox] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LineHandler(self, number, inbox))
                }
            }
            .connect(host: host, port: port)
            .whenFailure { _ in self.wentDown(number) }
    }

    /// One write for each frame, so that a server that reads by packets is not confused.
    public func send(_ bytes: [UInt8]) {
        let channel: (any Channel)? = state.withLock { now in
            if case .up(_, let channel) = now.state { channel } else { nil }
        }
        channel?.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    public func hangUp() {
        let channel: (any Channel)? = state.withLock { now in
            switch now.state {
            case .up(let number, let channel):
                now.state = .closing(number, isWanted: false)
                return channel
            case .dialling(let number):
                now.state = .closing(number, isWanted: false)
                return nil
            case .closing(let number, _):
                now.state = .closing(number, isWanted: false)
                return nil
            case .down: return nil
            }
        }
        channel?.close(promise: nil)
    }

    /// - Returns: false if the line was hung up before it stood.
    fileprivate func wentUp(_ number: Int, _ channel: any Channel) -> Bool {
        let isWelcome = state.withLock { now in
            guard case .dialling(number) = now.state else { return false }
            now.state = .up(number, channel)
            inbox.put(.lineUp)
            return true
        }
        return isWelcome
    }

    fileprivate func isUp(_ number: Int) -> Bool {
        state.withLock { now in
            if case .up(number, _) = now.state { true } else { false }
        }
    }

    fileprivate func wentDown(_ number: Int) {
        // Told before the lock is given back: the next dial's `.lineUp` must not come first.
        let isWanted = state.withLock { now -> Bool in
            switch now.state {
            case .dialling(number), .up(number, _):
                now.state = .down
                inbox.put(.lineDown)
                return false
            case .closing(number, let isWanted):
                now.state = .down
                inbox.put(.lineDown)
                return isWanted
            case .down, .dialling, .up, .closing: return false
            }
        }
        if isWanted { dial() }
    }
}

/// Reads only while the inbox has room, so that a library system that talks without end is slowed down, not stored.
private final class LineHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let line: SIP2Line
    private let number: Int
    private let inbox: Inbox

    init(_ line: SIP2Line, _ number: Int, _ inbox: Inbox) {
        (self.line, self.number, self.inbox) = (line, number, inbox)
    }

    func channelActive(context: ChannelHandlerContext) {
        guard line.wentUp(number, context.channel) else {
            context.close(promise: nil)
            return
        }
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard line.isUp(number) else { return }
        inbox.put(.lineReceived(Array(unwrapInboundIn(data).readableBytesView)))
    }

    func channelReadComplete(context: ChannelHandlerContext) { readOn(context) }

    private func readOn(_ context: ChannelHandlerContext) {
        guard inbox.isFull else {
            context.read()
            return
        }
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(10)) { self.readOn(context) }
    }

    func channelInactive(context: ChannelHandlerContext) { line.wentDown(number) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
