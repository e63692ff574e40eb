import Circulation
import Tags

/// One wish on its way through a 3M pad: a short series of questions that ends with one event for the station.
enum Errand810: Sendable {
    case reading(Reading810)
    case arming(Arming810)

    enum Step: Equatable, Sendable {
        case ask(Request810)
        case tell(DeviceEvent)
    }

    init(_ wish: Wish, security: SecurityProfile) {
        switch wish {
        case .read(let uid): self = .reading(Reading810(uid))
        case .setAlarm(let uid, let isOn):
            self = .arming(Arming810(uid, isOn: isOn, value: security.value(isOn: isOn)))
        }
    }

    var first: Request810 {
        switch self {
        case .reading(let reading): reading.first
        case .arming(let arming): arming.first
        }
    }

    /// - Parameter request: What was asked; its answer is in `answer`.
    mutating func heard(_ answer: Answer810, to request: Request810) -> Step {
        switch self {
        case .reading(var reading):
            defer { self = .reading(reading) }
            return reading.heard(answer, to: request)
        case .arming(var arming):
            defer { self = .arming(arming) }
            return arming.heard(answer, to: request)
        }
    }
}

/// "No transponder" is the commonest error of these pads and often a moment's weakness: one is forgiven, two in a
/// row mean that the tag is gone.
struct Patience810: Equatable, Sendable {
    private var silences = 0

    /// - Returns: true when the tag has been silent too often.
    mutating func isExhausted(by answer: Answer810) -> Bool {
        silences = answer == .error(.silent) ? silences + 1 : 0
        return silences >= 2
    }
}
