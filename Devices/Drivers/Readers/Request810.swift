import Circulation

/// What the driver can ask a 3M pad, and how the answer to exactly that question is recognised.
enum Request810: Hashable, Sendable {
    case probe
    case setUp
    case inventory
    case info(TagUID)
    case blocks(TagUID, first: Int, count: Int)
    case readAFI(TagUID)
    case readDSFID(TagUID)
    case writeAFI(TagUID, UInt8)

    var frame: Frame810 {
        switch self {
        case .probe: Frame810(lead: Frame810.probeLead, payload: [0x04, 0x00, 0x11])
        // A list of registers that the vendor's own software sends after the probe. What they mean is not published.
        case .setUp:
            Frame810(payload: [0x13, 0x06, 0x01, 0x00, 0x02, 0x00, 0x03, 0x00, 0x04, 0x00, 0x0B, 0x00, 0x0A, 0x00])
        case .inventory: Frame810(payload: [0xFE, 0x00, 0x05])
        case .info(let uid): Frame810(payload: [0x0D] + uid.bytes810 + [0x0F])
        case .blocks(let uid, let first, let count):
            Frame810(payload: [0x02] + uid.bytes810 + [UInt8(first), UInt8(count)])
        case .readAFI(let uid): Frame810(payload: [0x0A] + uid.bytes810)
        case .readDSFID(let uid): Frame810(payload: [0x0F] + uid.bytes810)
        case .writeAFI(let uid, let value): Frame810(payload: [0x09] + uid.bytes810 + [value])
        }
    }

    private var uid: TagUID? {
        switch self {
        case .probe, .setUp, .inventory: nil
        case .info(let uid), .blocks(let uid, _, _), .readAFI(let uid), .readDSFID(let uid), .writeAFI(let uid, _): uid
        }
    }

    /// - Returns: nil if the frame answers something else: an earlier question whose answer came late, another tag,
    ///   or nothing we know. The command byte and the tag's number must be the ones asked for.
    func answer(in frame: Frame810) -> Answer810? {
        let payload = frame.payload
        guard frame.lead == self.frame.lead, payload.count >= 2, payload[0] == self.frame.payload[0] else { return nil }
        if self == .setUp { return .done }
        if payload[1] != 0 {
            let named = payload.dropFirst(2).prefix(8)  // some errors repeat the tag's number, some do not
            guard let uid, named.count == 8 else { return .error(Fault810(payload[1])) }
            return named.elementsEqual(uid.bytes810) ? .error(Fault810(payload[1])) : nil
        }
        guard let uid else { return answer(in: payload) }
        guard payload.count >= 10, payload[2..<10].elementsEqual(uid.bytes810) else { return nil }
        return answer(in: Array(payload[10...]))
    }

    /// - Parameter content: What follows the tag's number, or the whole payload of an answer that names no tag.
    private func answer(in content: [UInt8]) -> Answer810? {
        switch self {
        case .setUp, .writeAFI: return .done
        case .probe:
            guard content.count >= 4, content[2] == 0x11 else { return nil }
            return .firmware(content[3...].map { String($0) }.joined(separator: "."))
        case .inventory: return Answer810.tags(inventory: content)
        case .info: return Answer810.info(content)
        case .blocks(_, let first, let count): return Answer810.memory(content, first: first, count: count)
        case .readAFI, .readDSFID: return content.count == 1 ? .value(content[0]) : nil
        }
    }
}
