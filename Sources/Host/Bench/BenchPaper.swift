import Paper
import Synchronization

/// The pretend receipt printer: takes what a printer takes on its network port and shows it as text.
final class BenchPaper: Sendable {
    private static let longestJob = 256 * 1024  // bytes
    private static let mostSlips = 20
    /// A printer that has every letter, because the bench's patrons read every language.
    static let profile = PrinterProfile.named("utf8-48") ?? PrinterProfile.all[0]

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
        var reader = PaperReader(Self.profile)
        let slips = reader.read(bytes).map(\.text)
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
