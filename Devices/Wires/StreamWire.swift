import Glibc
import Synchronization

/// Bytes in and out of one port, on a thread of its own. It decides nothing and knows no protocol.
///
/// `tell` is called on the wire's thread: `.opened` at most once, then `.received` any number of times, and at last
/// `.closed`, exactly once, whatever happens. While `tell` runs, nothing more is read. A wire is used once.
public final class StreamWire: Sendable {
    /// So many bytes may wait for a slow device, no more.
    public static let waitingLimit = 64 * 1024
    static let connectWithin = Duration.seconds(10)

    public enum Place: Equatable, Sendable {
        /// A pseudo-terminal, a pipe or another character device. A terminal is made raw; its speed is left alone.
        case path(String)
        /// An open descriptor, such as one end of a socket pair. The wire owns and closes it.
        case descriptor(Int32)
        case tcp(host: String, port: UInt16)
    }

    public enum News: Equatable, Sendable {
        case opened
        case received([UInt8])
        case closed(WireEnd)
    }

    struct State {
        var hasStarted = false
        var bell: Bell?  // nil before and after the life of the thread
        var isOpen = false
        var waiting: [UInt8] = []
        var wanted: WireEnd?  // set when the wire is to close
    }

    let place: Place
    let tell: @Sendable (News) -> Void
    let state = Mutex(State())

    public init(_ place: Place, tell: @escaping @Sendable (News) -> Void) {
        (self.place, self.tell) = (place, tell)
    }

    /// Starts the thread, which opens the place. A second call does nothing.
    public func start() {
        let isFirst = state.withLock { state in
            defer { state.hasStarted = true }
            return !state.hasStarted
        }
        guard isFirst else { return }
        let bell: Bell
        do { bell = try Bell() } catch { return tell(.closed(error)) }
        state.withLock { $0.bell = bell }
        var thread = pthread_t()
        let itself = Unmanaged.passRetained(self).toOpaque()  // given back at the end of the thread
        let life: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { wire in
            wire.map { Unmanaged<StreamWire>.fromOpaque($0).takeRetainedValue().run() }
            return nil
        }
        let failure = pthread_create(&thread, nil, life, itself)
        guard failure == 0 else {
            Unmanaged<StreamWire>.fromOpaque(itself).release()
            state.withLock { $0.bell = nil }
            bell.melt()
            return tell(.closed(.cannotOpen(failure)))
        }
        pthread_detach(thread)
    }

    /// Hands bytes over and returns at once. What was written before `.opened` is sent after it.
    ///
    /// If the device does not take them and more than ``waitingLimit`` bytes wait, the wire closes with `.notTaken`:
    /// a stream with a hole in it would be worse than none. After the close, bytes are dropped.
    public func write(_ bytes: [UInt8]) {
        state.withLock { state in
            guard state.wanted == nil else { return }
            if state.waiting.count + bytes.count > Self.waitingLimit {
                state.wanted = .notTaken
                state.waiting = []
                state.bell?.sound()
            } else {
                state.waiting += bytes
                if state.isOpen { state.bell?.sound() }
            }
        }
    }

    /// Asks the thread to close; `.closed(.closedHere)` follows soon. What still waits is dropped.
    /// A wire that was never started stays unopened and tells nothing.
    public func close() {
        state.withLock { state in
            guard state.wanted == nil else { return }
            state.wanted = .closedHere
            state.bell?.sound()
        }
    }
}
