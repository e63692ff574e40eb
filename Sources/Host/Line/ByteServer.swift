import NIOCore
import NIOPosix
import Synchronization

/// Answers bytes with bytes over TCP: the engine's SIP2 port, and the paper of the pretend printer.
///
/// Each connection has one conversation of its own. It may block (it asks a database), so it runs on a thread and
/// not on the event loop; while it does, nothing more is read, which keeps the order and bounds the memory.
public final class ByteServer: Sendable {
    /// - Returns: what to write, one write each; nil to hang up.
    public typealias Conversation = @Sendable (_ bytes: [UInt8]) -> [[UInt8]]?

    /// - Parameter ended: called once when a connection is over, after its last conversation.
    public struct Guest: Sendable {
        var heard: Conversation
        var ended: @Sendable () -> Void
        public init(heard: @escaping Conversation, ended: @escaping @Sendable () -> Void = {}) {
            (self.heard, self.ended) = (heard, ended)
        }
    }

    public let port: Int
    private let channel: any Channel

    /// Listens on one address.
    /// - Parameters:
    ///   - port: 0 takes any free one.
    ///   - mostGuests: further connections are closed as soon as they come.
    ///   - welcome: called for each connection.
    /// - Throws: ``HostError/portInUse(_:)``, or what the system says.
    public init(
        host: String = "127.0.0.1", port: Int, mostGuests: Int = 64, welcome: @escaping @Sendable () -> Guest
    ) async throws {
        let guests = Guests(most: mostGuests)
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard guests.enter() else {
                        channel.close(promise: nil)
                        return
                    }
                    try channel.pipeline.syncOperations.addHandler(GuestHandler(welcome(), guests))
                }
            }
        do {
            channel = try await bootstrap.bind(host: host, port: port).get()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw HostError.portInUse(port)
        }
        self.port = channel.localAddress?.port ?? port
    }

    /// Takes no new connection. Those that stand go on until they end.
    public func close() async { try? await channel.close().get() }

    /// Waits until the server is closed.
    public func wait() async { try? await channel.closeFuture.get() }
}

private final class Guests: Sendable {
    private let most: Int
    private let count = Mutex(0)
    init(most: Int) { self.most = most }

    func enter() -> Bool {
        count.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}

private final class GuestHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let guest: ByteServer.Guest
    private let guests: Guests
    private var waiting: [UInt8] = []
    private var isBusy = false
    private var isOver = false

    init(_ guest: ByteServer.Guest, _ guests: Guests) { (self.guest, self.guests) = (guest, guests) }

    func channelActive(context: ChannelHandlerContext) { context.read() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        waiting += Array(unwrapInboundIn(data).readableBytesView)
    }

    func channelReadComplete(context: ChannelHandlerContext) { work(context) }

    private func work(_ context: ChannelHandlerContext) {
        guard !isBusy, !isOver else { return }
        guard !waiting.isEmpty else {
            context.read()
            return
        }
        let bytes = waiting
        waiting = []
        isBusy = true
        let (guest, loop) = (guest, context.eventLoop.assumeIsolated())
        loop.assumeIsolatedWork(guest, bytes) { [self] answers in
            isBusy = false
            if isOver {
                leave()
                return
            }
            guard let answers else {
                context.close(promise: nil)
                return
            }
            for answer in answers { context.write(NIOAny(ByteBuffer(bytes: answer)), promise: nil) }
            context.flush()
            work(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        isOver = true
        if !isBusy { leave() }
    }

    private func leave() {
        guests.leave()
        let guest = guest
        NIOThreadPool.singleton.submit { _ in guest.ended() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension NIOIsolatedEventLoop {
    /// Does blocking work on a thread, and comes back to the loop with the answers.
    fileprivate func assumeIsolatedWork(
        _ guest: ByteServer.Guest, _ bytes: [UInt8], then: @escaping ([[UInt8]]?) -> Void
    ) {
        NIOThreadPool.singleton.runIfActive(eventLoop: nonisolated()) { guest.heard(bytes) }
            .assumeIsolated()
            .whenComplete { result in
                if case .success(let answers) = result { then(answers) } else { then(nil) }
            }
    }
}
