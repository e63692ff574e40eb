/// Why a wire could not be opened, or why it closed. The numbers are errno's.
public enum WireEnd: Error, Equatable, Sendable {
    case closedHere
    /// The other side hung up, or the plug was pulled.
    case peerGone
    /// The other side does not take what is written; `StreamWire.waitingLimit` bytes were waiting.
    case notTaken
    case noSuchHost(String)
    case tooSlow
    case cannotOpen(Int32)
    case failed(Int32)

    /// Stable across releases: printed in logs and listed in the manual.
    public var code: String {
        switch self {
        case .closedHere: "WIR-1"
        case .peerGone: "WIR-2"
        case .notTaken: "WIR-3"
        case .noSuchHost: "WIR-4"
        case .tooSlow: "WIR-5"
        case .cannotOpen: "WIR-6"
        case .failed: "WIR-7"
        }
    }

    /// One sentence for the person at the desk.
    public var advice: String {
        switch self {
        case .closedHere: "Lectern closed this port itself."
        case .peerGone: "The device hung up; check its plug and its power."
        case .notTaken: "The device takes no data; switch it off and on again."
        case .noSuchHost: "The device's network name is unknown; check the name in the settings."
        case .tooSlow: "The device does not answer; check its power and its network cable."
        case .cannotOpen: "The port cannot be opened; check that the device is plugged in and free."
        case .failed: "The port failed; unplug the device and plug it in again."
        }
    }
}
