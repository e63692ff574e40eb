import Synchronization

/// Tells those who look that there is something new. It carries no news itself: whoever is told reads the newest,
/// so that a slow page misses what is between and never what is last.
public final class Bulletin: Sendable {
    public static let mostReaders = 16

    private struct State {
        var last = 0
        var readers: [Reader] = []
    }

    private struct Reader {
        var number: Int
        var knock: AsyncStream<Void>.Continuation
    }

    private let state = Mutex(State())

    public init() {}

    /// One reader's ear. It ends by `stop`, or when nobody listens any more.
    struct Reading: Sendable {
        let knocks: AsyncStream<Void>
        fileprivate let knock: AsyncStream<Void>.Continuation
        func stop() { knock.finish() }
    }

    /// - Returns: nil when there are enough readers already. The first knock comes at once.
    func read() -> Reading? {
        let (stream, knock) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number: Int? = state.withLock { state in
            guard state.readers.count < Self.mostReaders else { return nil }
            state.last += 1
            state.readers.append(Reader(number: state.last, knock: knock))
            return state.last
        }
        guard let number else { return nil }
        knock.onTermination = { [weak self] _ in
            self?.state.withLock { state in state.readers.removeAll { $0.number == number } }
        }
        knock.yield()
        return Reading(knocks: stream, knock: knock)
    }

    var readerCount: Int { state.withLock { $0.readers.count } }

    public func knock() {
        for reader in state.withLock({ $0.readers }) { reader.knock.yield() }
    }
}
