import Circulation

/// What a 3M pad said, once it is known which question it answers.
enum Answer810: Equatable, Sendable {
    case firmware(String)
    case done
    case tags([TagUID])  // sorted, each once
    case info(dsfid: UInt8?, afi: UInt8?, blockCount: Int?)
    case memory([UInt8])
    case value(UInt8)
    case error(Fault810)
}

/// The pad's error numbers, as far as the driver treats them differently.
enum Fault810: Equatable, Sendable {
    case silent  // 06: no transponder; also "this tag did not answer"
    case locked  // 12
    case notSupported  // 02, 11, 30, 31, 32: asking again will not help
    case other  // 0F, 15, 16, 21…23, FD, FE and whatever comes: try again

    init(_ code: UInt8) {
        switch code {
        case 0x06: self = .silent
        case 0x12: self = .locked
        case 0x02, 0x11, 0x30, 0x31, 0x32: self = .notSupported
        default: self = .other
        }
    }
}

extension Answer810 {
    /// `FE 00 AFI OPTIONS N`, then N numbers, each after its DSFID if option bit 1 is set.
    /// The pad may name a tag twice.
    static func tags(inventory payload: [UInt8]) -> Answer810? {
        guard payload.count >= 5 else { return nil }
        let skip = payload[3] & 0x02 == 0 ? 0 : 1
        let size = 8 + skip
        guard payload[3] & 0x01 == 1, payload.count == 5 + size * Int(payload[4]) else { return nil }
        var uids: [TagUID] = []
        for at in stride(from: 5 + skip, to: payload.count, by: size) {
            uids.append(TagUID(bytes810: payload[at..<(at + 8)]))
        }
        uids.sort()
        return .tags(uids.indices.filter { $0 == 0 || uids[$0] != uids[$0 - 1] }.map { uids[$0] })
    }

    /// First a byte that says what follows: bit 0 DSFID, bit 1 AFI, bit 2 block size and count (each minus 1).
    static func info(_ content: [UInt8]) -> Answer810? {
        guard let has = content.first else { return nil }
        var rest = content.dropFirst()
        let dsfid = has & 0x01 == 0 ? nil : rest.popFirst()
        let afi = has & 0x02 == 0 ? nil : rest.popFirst()
        guard has & 0x04 != 0, rest.popFirst() == 3, let last = rest.popFirst() else {
            return .info(dsfid: dsfid, afi: afi, blockCount: nil)
        }
        return .info(dsfid: dsfid, afi: afi, blockCount: Int(last) + 1)
    }

    /// Old style: `N`, then N times block number, lock byte, 4 bytes. New style: `FIRST N`, then N times
    /// (lock byte,) 4 bytes. The lock byte is a byte of its own and never part of the block number.
    /// - Returns: at most `count` blocks from `first` on, or nil if the answer holds anything else.
    static func memory(_ content: [UInt8], first: Int, count: Int) -> Answer810? {
        if let size = content.first.map({ Int($0) }), (1...count).contains(size), content.count == 1 + 6 * size {
            let starts = Array(stride(from: 1, to: content.count, by: 6))
            if starts.enumerated().allSatisfy({ Int(content[$1]) == first + $0 }) {
                return .memory(starts.flatMap { content[($0 + 2)..<($0 + 6)] })
            }
        }
        guard content.count >= 2, Int(content[0]) == first, (1...count).contains(Int(content[1])) else { return nil }
        let size = Int(content[1])
        if content.count == 2 + 4 * size { return .memory(Array(content[2...])) }
        guard content.count == 2 + 5 * size else { return nil }
        return .memory(stride(from: 2, to: content.count, by: 5).flatMap { content[($0 + 1)..<($0 + 5)] })
    }
}
