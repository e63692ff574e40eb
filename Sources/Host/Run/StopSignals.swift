import Dispatch
import Glibc

/// SIGTERM and SIGINT as an orderly wish to end.
public final class StopSignals: @unchecked Sendable {
    private let sources: [any DispatchSourceSignal]  // set once; Dispatch does not say that they are Sendable

    /// - Parameter wished: called for every such signal, as long as this lives.
    public init(wished: @escaping @Sendable () -> Void) {
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { wished() }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
