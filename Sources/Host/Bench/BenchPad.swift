import Circulation
import Glibc
import Pretend
import Synchronization
import Wires

/// The pretend pad behind a pseudo-terminal: the station opens it like the real one, and the same bytes flow.
final class BenchPad: Sendable {
    /// What a pad of this kind takes for an answer.
    private static let delay: UInt32 = 20  // milliseconds

    /// What the station opens.
    let path: String
    private let pad: Mutex<PretendPad>
    private let wire: Mutex<StreamWire?> = Mutex(nil)
    /// Our own hold on the station's side: without it the terminal hangs up whenever the station closes it.
    private let hold: Int32

    /// - Parameter changed: called on the pad's thread after the tags may have changed.
    init(changed: @escaping @Sendable () -> Void) throws(WireEnd) {
        let terminal = try pseudoTerminal()
        path = terminal.path
        pad = Mutex(PretendPad())
        hold = open(terminal.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        let wire = StreamWire(.descriptor(terminal.master)) { [weak self] news in
            guard let self, case .received(let bytes) = news else { return }
            pause(milliseconds: Self.delay)
            let (before, after, answer) = self.pad.withLock { pad in
                let before = pad.tags
                let answer = pad.received(bytes)
                return (before, pad.tags, answer)
            }
            self.wire.withLock { $0 }?.write(answer)
            if before != after { changed() }
        }
        self.wire.withLock { $0 = wire }
        wire.start()
    }

    var tags: [PretendTag] { pad.withLock { $0.tags } }

    func put(_ tag: PretendTag) { pad.withLock { $0.put(tag) } }

    func lift(_ uid: TagUID) -> PretendTag? { pad.withLock { $0.lift(uid) } }

    deinit {
        wire.withLock { $0 }?.close()
        close(hold)
    }
}

/// The pretend scanner, likewise.
final class BenchScanner: Sendable {
    let path: String
    private let wire: StreamWire
    private let hold: Int32

    init() throws(WireEnd) {
        let terminal = try pseudoTerminal()
        path = terminal.path
        hold = open(terminal.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        wire = StreamWire(.descriptor(terminal.master)) { _ in }
        wire.start()
    }

    func scan(_ text: String) { wire.write(PretendScanner().scan(text)) }

    deinit {
        wire.close()
        close(hold)
    }
}
