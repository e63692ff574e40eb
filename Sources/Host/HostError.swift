/// Why the host cannot start. The station itself has other ways to say that something is wrong.
public enum HostError: Error, Equatable, Sendable {
    case portInUse(Int)
    case needsTLS(address: String)
    case noShare([String])
    case notAnAddress(String)
    /// Something that was to happen did not.
    case noAnswer(String)

    /// Stable across releases: printed, and listed in the manual.
    public var code: String {
        switch self {
        case .portInUse: "HOST-1"
        case .needsTLS: "HOST-2"
        case .noShare: "HOST-3"
        case .notAnAddress: "HOST-4"
        case .noAnswer: "HOST-5"
        }
    }

    /// One sentence that says what is wrong and what to do.
    public var advice: String {
        switch self {
        case .portInUse(let port):
            "port \(port) is in use: end the program that uses it, or choose another with --port."
        case .needsTLS(let address):
            "serving pages on \(address) needs TLS, which this version does not have: use 127.0.0.1."
        case .noShare(let places):
            "the pages (Kiosk/Web) were not found in \(places.joined(separator: ", ")): set LECTERN_SHARE."
        case .notAnAddress(let text): "“\(text)” is not an address: write HOST:PORT, such as 127.0.0.1:6001."
        case .noAnswer(let what): what
        }
    }
}
