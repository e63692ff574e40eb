import Circulation
import Devices

/// A 3M 810 pad from the pad's side: it answers the frames of the wire protocol for the tags that lie on it.
///
/// It does what it is told and nothing by chance: faults are put into `faults` from outside.
public struct PretendPad: Sendable {
    /// The tags on the pad, in the order in which they were put down.
    public private(set) var tags: [PretendTag] = []
    public var faults = PretendFaults()
    private var inbox = Frame810.Inbox()
    private var held: [UInt8] = []

    public init() {}

    /// Puts a tag down. One with the same number that lies there already is replaced.
    public mutating func put(_ tag: PretendTag) {
        lift(tag.uid)
        tags.append(tag)
    }

    /// - Returns: the tag as it left the pad, or nil if it was not there.
    @discardableResult
    public mutating func lift(_ uid: TagUID) -> PretendTag? {
        tags.firstIndex { $0.uid == uid }.map { tags.remove(at: $0) }
    }

    /// - Parameter bytes: What the host wrote, in pieces of any size.
    /// - Returns: what the pad answers, with the faults that are due.
    public mutating func received(_ bytes: [UInt8]) -> [UInt8] {
        inbox.append(bytes)
        var answers: [UInt8] = []
        while let frame = inbox.next() {
            guard let payload = answer(to: frame) else { continue }
            answers += faults.sent(Frame810(lead: frame.lead, payload: payload).bytes, held: &held)
        }
        return answers
    }

    private mutating func answer(to frame: Frame810) -> [UInt8]? {
        let command = frame.payload[0]
        let parameters = Array(frame.payload.dropFirst())
        if frame.lead == Frame810.probeLead {
            return frame.payload == [0x04, 0x00, 0x11] ? [0x04, 0x00, 0x11, 0x0A, 0x05, 0x00, 0x02] : nil
        }
        switch command {
        case 0x11: return [0x11, 0x00, 0x0A, 0x05, 0x00, 0x02]
        case 0x13: return [0x13, 0x00]
        case 0xFE: return inventory(parameters)
        case 0x02, 0x09, 0x0A, 0x0D, 0x0F: return aboutTag(command, parameters)
        default: return [command, 0x02]
        }
    }

    private mutating func inventory(_ parameters: [UInt8]) -> [UInt8] {
        guard parameters.count == 2 else { return [0xFE, 0x32] }
        let hidden = faults.flicker
        faults.flicker = []
        var seen = tags.filter { !hidden.contains($0.uid) }
        if faults.namesTagsTwice { seen += seen }
        let named = seen.prefix(255)
        let rows = named.flatMap { (parameters[1] & 0x02 == 0 ? [] : [$0.dsfid]) + $0.uid.bytes810 }
        return [0xFE, 0x00] + parameters + [UInt8(named.count)] + rows
    }

    private mutating func aboutTag(_ command: UInt8, _ parameters: [UInt8]) -> [UInt8] {
        guard parameters.count >= 8 else { return [command, 0x32] }
        let number = Array(parameters[..<8])
        let rest = Array(parameters[8...])
        guard let index = tags.firstIndex(where: { $0.uid == TagUID(bytes810: number) }) else {
            return [command, 0x06] + number
        }
        let tag = tags[index]
        func good(_ content: [UInt8]) -> [UInt8] { [command, 0x00] + number + content }
        switch (command, rest.count) {
        case (0x0A, 0): return good([tag.afi])
        case (0x0F, 0): return good([tag.dsfid])
        case (0x0D, 1): return good([0x0F, tag.dsfid, tag.afi, 0x03, UInt8(PretendTag.blockCount - 1), 0x01, 0x00])
        case (0x09, 1): return write(afi: rest[0], at: index) ? good([]) : [command, 0x12] + number
        case (0x02, 2), (0x02, 3):
            guard let content = blocks(of: tag, rest) else { return [command, 0x15] + number }
            return good(content)
        default: return [command, 0x32]
        }
    }

    /// - Returns: false for a locked register. True says what the pad says, which a torn write makes untrue.
    private mutating func write(afi: UInt8, at index: Int) -> Bool {
        guard !tags[index].isAFILocked else { return false }
        switch faults.tornWrites.isEmpty ? nil : faults.tornWrites.removeFirst() {
        case .saysWrittenButIsNot: break
        case .writesButSaysNothing:
            tags[index].afi = afi
            faults.nextAnswersLost += 1
        case nil: tags[index].afi = afi
        }
        return true
    }

    /// First block, count, and in the newer form of the question a third byte: bit 2 new style, bit 3 no lock bytes.
    private func blocks(of tag: PretendTag, _ rest: [UInt8]) -> [UInt8]? {
        let (first, count) = (Int(rest[0]), Int(rest[1]))
        guard count > 0, first + count <= PretendTag.blockCount, count <= faults.blocksAtOnce else { return nil }
        let options = rest.count == 3 ? rest[2] : 0
        let isNewStyle = options & 0x04 != 0
        var content: [UInt8] = isNewStyle ? rest[..<2] + [] : [rest[1]]
        for block in first..<(first + count) {
            let data = tag.memory[(4 * block)..<(4 * block + 4)]
            content += isNewStyle ? (options & 0x08 == 0 ? [0x00] : []) : [UInt8(block), 0x00]
            content += data
        }
        return content
    }
}
