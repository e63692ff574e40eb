import Glibc
import Hummingbird
import Logging
import ServiceLifecycle

/// Serves the pages on this machine alone.
public struct PageServer: Service {
    public static let address = "127.0.0.1"
    static let pingEvery = Duration.seconds(5)

    public let port: Int
    private let hub: PageHub
    private let files: PageFiles
    private let bench: Bench?
    private let gauge: LoopGauge
    private let isUp: @Sendable () -> Void

    /// - Parameters:
    ///   - port: one that ``freePort(_:orNext:)`` found.
    ///   - bench: what `/pretend` shows; nil in a library, where there is no such page.
    ///   - isUp: called once the first request can be answered.
    public init(
        port: Int, hub: PageHub, files: PageFiles, bench: Bench?, gauge: LoopGauge, isUp: @escaping @Sendable () -> Void
    ) {
        (self.port, self.hub, self.files, self.bench, self.gauge, self.isUp) = (port, hub, files, bench, gauge, isUp)
    }

    /// Serves until the service group ends.
    public func run() async throws {
        let router = Router()
        router.add(middleware: PageGuard(port: port))
        let page = PageRoutes(hub: hub, files: files, secret: PageSecret(), gauge: gauge)
        page.add(to: router)
        if let bench { PretendRoutes(bench: bench, page: page, secret: PageSecret()).add(to: router) }
        var logger = Logger(label: "pages")
        logger.logLevel = .critical
        let application = Application(
            router: router, configuration: .init(address: .hostname(Self.address, port: port)),
            onServerRunning: { [isUp] _ in isUp() }, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await ping() }
            try await application.run()
            group.cancelAll()
        }
    }

    /// A page that hears nothing for too long believes us dead.
    private func ping() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pingEvery)
            hub.bulletin.knock()
            bench?.bulletin.knock()
        }
    }

    /// - Parameters:
    ///   - wanted: the port to begin with; 0 for any.
    ///   - orNext: whether one of the next twenty will do as well.
    /// - Throws: ``HostError/portInUse(_:)``.
    public static func freePort(_ wanted: Int, orNext: Bool) throws(HostError) -> Int {
        let candidates = orNext && wanted > 0 ? Array(wanted...min(wanted + 20, 65_535)) : [wanted]
        for candidate in candidates {
            if let found = tryBinding(candidate) { return found }
        }
        throw .portInUse(wanted)
    }

    private static func tryBinding(_ port: Int) -> Int? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0, let number = UInt16(exactly: port) else { return nil }
        defer { close(descriptor) }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr = in_addr(s_addr: inet_addr(Self.address))
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard bind(descriptor, address, size) == 0, listen(descriptor, 1) == 0,
                    getsockname(descriptor, address, &size) == 0
                else { return nil }
                return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    Int(UInt16(bigEndian: $0.pointee.sin_port))
                }
            }
        }
    }
}
