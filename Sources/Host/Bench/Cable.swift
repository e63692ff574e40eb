import NIOCore
import NIOPosix
import Synchronization

/// The cable between the station and the library system, with a plug that can be pulled: a port of our own that
/// passes everything on. Pulled, both sides are cut off and nobody answers.
public final class Cable: Sendable {
    private struct State {
        var server: (any Channel)?
        var ends: [any Channel] = []
    }

    /// What the station dials.
    public let port: Int
    private let host: String
    private let target: Int
    private let delay: TimeAmount
    private let state: Mutex<State>

    /// - Parameters:
    ///   - host: where the library system is.
    ///   - target: its port.
    ///   - delayMilliseconds: how long everything takes on its way, each way.
    /// - Throws: what the system says if no port is free.
    public init(host: String = "127.0.0.1", target: Int, delayMilliseconds: Int = 0) async throws {
        (self.host, self.target, delay) = (host, target, .milliseconds(Int64(delayMilliseconds)))
        state = Mutex(State())
        let port = try PageServer.freePort(0, orNext: false)
        self.port = port
        try await plugIn()
    }

    public var isIn: Bool { state.withLock { $0.server != nil } }

    /// - Throws: what the system says if the port was taken meanwhile.
    public func plugIn() async throws {
        guard !isIn else { return }
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { near in self.passOn(near) }
            .bind(host: "127.0.0.1", port: port).get()
        state.withLock { $0.server = server }
    }

    public func pull() async {
        let (server, ends) = state.withLock { state in
            defer { state = State() }
            return (state.server, state.ends)
        }
        try? await server?.close().get()
        for end in ends { end.close(promise: nil) }
    }

    private func passOn(_ near: any Channel) -> EventLoopFuture<Void> {
        ClientBootstrap(group: near.eventLoop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.autoRead, value: false)
            .connect(host: host, port: target)
            .flatMap { far in
                self.state.withLock { $0.ends += [near, far] }
                let pair = near.pipeline.addHandler(CableEnd(far, self.delay)).and(
                    far.pipeline.addHandler(CableEnd(near, self.delay)))
                return pair.flatMap { _ in
                    near.setOption(.autoRead, value: true).and(far.setOption(.autoRead, value: true)).map { _ in }
                }
            }
            .flatMapErrorThrowing { error in
                near.close(promise: nil)
                throw error
            }
    }
}

/// What comes in here goes out there.
private final class CableEnd: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let delay: TimeAmount
    init(_ other: any Channel, _ delay: TimeAmount) { (self.other, self.delay) = (other, delay) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let (other, bytes) = (other, unwrapInboundIn(data))
        guard delay > .zero else {
            other.writeAndFlush(bytes, promise: nil)
            return
        }
        context.eventLoop.scheduleTask(in: delay) { other.writeAndFlush(bytes, promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
