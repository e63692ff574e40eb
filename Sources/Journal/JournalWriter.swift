import Circulation
import Foundation

/// Writes a journal on a thread of its own. Whatever came in while the disk was busy goes in one transaction.
///
/// Entries that could not be written are kept, in order, and tried again: the station decides what waits meanwhile.
public final class JournalWriter: @unchecked Sendable {
    public enum News: Equatable, Sendable {
        /// Everything up to this entry is on disk.
        case committed(EntryNumber)
        /// Told once; after that, silence until it works again.
        case failed(JournalError)
    }

    private let journal: Journal
    private let delayBeforeCommit: Duration
    private let retryAfter: Duration
    private let tell: @Sendable (News) -> Void

    // Everything below is touched with the condition held.
    private let condition = NSCondition()
    private var waiting: [Stamped] = []
    private var isClosing = false
    private var hasEnded = false

    /// - Parameters:
    ///   - delayBeforeCommit: makes the disk slow, for tests.
    ///   - retryAfter: the pause after a failure.
    ///   - tell: is called on the writer's thread and must not wait for it.
    public init(
        journal: Journal, delayBeforeCommit: Duration = .zero, retryAfter: Duration = .seconds(1),
        tell: @escaping @Sendable (News) -> Void
    ) {
        self.journal = journal
        self.delayBeforeCommit = delayBeforeCommit
        self.retryAfter = retryAfter
        self.tell = tell
        let thread = Thread { self.work() }
        thread.name = "journal"
        thread.start()
    }

    /// Returns at once. The order of calls is the order in the journal.
    public func submit(_ entries: [Entry], at: LocalTime) {
        guard !entries.isEmpty else { return }
        condition.lock()
        defer { condition.unlock() }
        precondition(!isClosing, "the journal's writer is closed")
        waiting += entries.map { Stamped($0, at: at) }
        condition.broadcast()
    }

    /// Writes what waits, then ends the thread. After a failure it tries once more and gives up.
    /// - Returns: how many entries could not be written; 0 when all is well.
    @discardableResult
    public func close() -> Int {
        condition.lock()
        defer { condition.unlock() }
        isClosing = true
        condition.broadcast()
        while !hasEnded { condition.wait() }
        return waiting.count
    }

    private func work() {
        var hasFailed = false
        while let (batch, isLast) = next() {
            do throws(JournalError) {
                pause(delayBeforeCommit)
                let number = try journal.append(batch)
                hasFailed = false
                remove(batch.count)
                tell(.committed(number))
            } catch {
                if !hasFailed { tell(.failed(error)) }
                hasFailed = true
                if isLast { break }
                rest()
            }
        }
        condition.lock()
        hasEnded = true
        condition.broadcast()
        condition.unlock()
    }

    /// - Returns: all that waits, and whether this is the last attempt; nil when there is nothing left to do.
    private func next() -> ([Stamped], isLast: Bool)? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty && !isClosing { condition.wait() }
        return waiting.isEmpty ? nil : (waiting, isClosing)
    }

    private func remove(_ count: Int) {
        condition.lock()
        waiting.removeFirst(count)
        condition.unlock()
    }

    /// Waits before the next attempt, but not when somebody wants to close.
    private func rest() {
        let end = Foundation.Date(timeIntervalSinceNow: retryAfter / .seconds(1))
        condition.lock()
        defer { condition.unlock() }
        while !isClosing && condition.wait(until: end) {}
    }

    private func pause(_ duration: Duration) {
        if duration > .zero { Thread.sleep(forTimeInterval: duration / .seconds(1)) }
    }
}
