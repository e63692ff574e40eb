import Circulation

/// Switches a tag's gate alarm: write the register, read it back, and believe only what was read.
///
/// A pad may say that it wrote and leave the tag as it was, when the tag is moved at that moment. So the answer to
/// the write decides nothing but whether trying again makes sense.
struct Arming810: Equatable, Sendable {
    static let tries = 5

    let uid: TagUID
    let isOn: Bool
    let value: UInt8
    private var triesLeft = Self.tries
    private var patience = Patience810()

    init(_ uid: TagUID, isOn: Bool, value: UInt8) { (self.uid, self.isOn, self.value) = (uid, isOn, value) }

    var first: Request810 { .writeAFI(uid, value) }
    private var readBack: Request810 { .readAFI(uid) }

    mutating func heard(_ answer: Answer810, to request: Request810) -> Errand810.Step {
        if patience.isExhausted(by: answer) { return failed(.gone) }
        switch answer {
        case .error(.silent): return .ask(request)
        case .error(.locked): return failed(.locked)
        case .error(.notSupported): return failed(.refused)
        case .value(let found) where found == value: return .tell(.alarm(uid, isOn: isOn))
        case .error(.other) where request == first, .done: return .ask(readBack)
        case .error(.other), .value, .firmware, .tags, .info, .memory:
            triesLeft -= 1
            return triesLeft > 0 ? .ask(first) : failed(.notRead)
        }
    }

    private func failed(_ failure: Failure) -> Errand810.Step { .tell(.failed(.setAlarm(uid, isOn: isOn), failure)) }
}
