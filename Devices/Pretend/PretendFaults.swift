import Circulation

/// What goes wrong on the pretend pad, and when. Every fault is used up by happening, save the last two.
public struct PretendFaults: Equatable, Sendable {
    /// So many answers never leave the pad.
    public var nextAnswersLost = 0
    /// For each of the next answers: whether its last byte of content is changed on the way. 07 becomes C2, so that
    /// "on" reads "off", and only the check value tells.
    public var nextAnswersGarbled: [Bool] = []
    /// So many answers leave only together with the one after them.
    public var nextAnswersLate = 0
    /// Noise in front of the next answer.
    public var noise: [UInt8] = []
    /// These tags are missing from the next inventory.
    public var flicker: [TagUID] = []
    /// What happens to the next writes of the alarm register, one after the other.
    public var tornWrites: [TornWrite] = []
    /// The inventory names every tag twice, as real pads sometimes do.
    public var namesTagsTwice = false
    /// A question for more blocks than this is refused.
    public var blocksAtOnce = 28

    public enum TornWrite: Equatable, Sendable { case saysWrittenButIsNot, writesButSaysNothing }

    public init() {}

    /// - Parameter held: Late answers that wait for the next one.
    /// - Returns: what really leaves the pad when `answer` should.
    mutating func sent(_ answer: [UInt8], held: inout [UInt8]) -> [UInt8] {
        if nextAnswersLost > 0 {
            nextAnswersLost -= 1
            return []
        }
        var bytes = answer
        if !nextAnswersGarbled.isEmpty, nextAnswersGarbled.removeFirst() {
            bytes[bytes.count - 3] ^= 0xC5  // in front of the check value
        }
        bytes = held + noise + bytes
        (held, noise) = ([], [])
        if nextAnswersLate > 0 {
            nextAnswersLate -= 1
            held = bytes
            return []
        }
        return bytes
    }
}
