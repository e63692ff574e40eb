import Station
import Synchronization

/// Everything that happens to a station, in one row. Every thread may put something in; one task takes it out.
///
/// The row itself has no end, because nothing that a device or the library system said may be lost. It stays short
/// because whoever brings bytes waits while more than `fullAt` bytes are in it, and because "somebody is here" is
/// in it once at most.
public final class Inbox: Sendable {
    static let fullAt = 256 * 1024  // bytes

    private struct Content {
        var bytes = 0
        var hasTouch = false
    }

    let inputs: AsyncStream<Input>
    private let continuation: AsyncStream<Input>.Continuation
    private let content = Mutex(Content())

    public init() {
        (inputs, continuation) = AsyncStream.makeStream(of: Input.self, bufferingPolicy: .unbounded)
    }

    public func put(_ input: Input) {
        let isNews = content.withLock { content in
            if case .touched = input {
                defer { content.hasTouch = true }
                return !content.hasTouch
            }
            content.bytes += input.byteCount
            return true
        }
        if isNews { continuation.yield(input) }
    }

    /// True while whoever brings bytes should bring no more.
    var isFull: Bool { content.withLock { $0.bytes > Self.fullAt } }

    /// Called by the loop for every input, before it is handled.
    func took(_ input: Input) {
        content.withLock { content in
            if case .touched = input { content.hasTouch = false }
            content.bytes -= input.byteCount
        }
    }

    /// Nothing more comes; what is in the row is still handled.
    public func close() { continuation.finish() }
}

extension Input {
    fileprivate var byteCount: Int {
        switch self {
        case .received(_, let bytes), .lineReceived(let bytes): bytes.count
        case .opened, .closed, .lineUp, .lineDown, .committed, .journalFailed, .pressed, .typedPIN, .touched, .printed,
            .woke:
            0
        }
    }
}
