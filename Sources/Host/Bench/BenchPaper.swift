import Paper
import Synchronization

/// The pretend receipt printer: takes what a printer takes on its network port and shows it as text.
final class BenchPaper: Sendable {
    private static let longestJob = 256 * 1024  // bytes
    private static let mostSlips = 20

    struct Slip: Encodable, Sendable {
        var number: Int
        var text: String
    }

    private struct State {
        var last = 0
        var slips: [Slip] = []
    }

    private let state = Mutex(State())
    private let changed: @Sendable () -> Void

    init(changed: @escaping @Sendable () -> Void) { self.changed = changed }

    /// One print job of one connection.
    func guest() -> ByteServer.Guest {
        let job = Job()
        return ByteServer.Guest { bytes in
            job.bytes.withLock { $0 += bytes.prefix(max(0, Self.longestJob - $0.count)) }
            return []
        } ended: { [self] in
            print(job.bytes.withLock { $0 })
        }
    }

    private final class Job: Sendable { let bytes = Mutex([UInt8]()) }

    private func print(_ bytes: [UInt8]) {
        let slips = slipTexts(bytes)
        guard !slips.isEmpty else { return }
        state.withLock { state in
            for text in slips {
                state.last += 1
                state.slips.append(Slip(number: state.last, text: text))
            }
            state.slips = state.slips.suffix(Self.mostSlips)
        }
        changed()
    }

    /// Oldest first.
    var slips: [Slip] { state.withLock { $0.slips } }

    func tear() { state.withLock { $0.slips = [] } }
}
