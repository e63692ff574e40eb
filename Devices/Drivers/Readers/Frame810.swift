import Circulation
import Tags

/// One frame of a 3M / Bibliotheca pad: lead byte, 16-bit length (payload + CRC), payload, CRC-16.
///
/// Numbers are big-endian. The CRC is the complement of ``Tags/crc16(_:)`` over length and payload.
/// Source: 3M RFID Reader Protocol Specification 1.0.0 (2009), "Released to General Public".
package struct Frame810: Equatable, Sendable {
    package static let probeLead: UInt8 = 0xD5
    package static let lead: UInt8 = 0xD6
    /// Longest payload in bytes. An inventory names at most 255 tags, each 9 bytes long; anything longer is noise.
    package static let payloadLimit = 2400

    package var lead: UInt8
    package var payload: [UInt8]

    package init(lead: UInt8 = Frame810.lead, payload: [UInt8]) {
        (self.lead, self.payload) = (lead, payload)
    }

    package var bytes: [UInt8] {
        let length = payload.count + 2
        let body = [UInt8(length >> 8), UInt8(length & 0xFF)] + payload
        let crc = ~crc16(body)
        return [lead] + body + [UInt8(crc >> 8), UInt8(crc & 0xFF)]
    }

    /// Collects bytes until they make a frame. Bad bytes are dropped one at a time, so that a frame right behind
    /// noise is found. Never holds more than one unfinished frame.
    package struct Inbox: Sendable {
        private var bytes: [UInt8] = []
        private var start = 0

        package init() {}

        package mutating func append(_ more: [UInt8]) {
            bytes.removeFirst(start)
            start = 0
            bytes += more
        }

        /// - Returns: the next whole frame with a good check value, or nil until more bytes come.
        package mutating func next() -> Frame810? {
            while bytes.count - start >= 3 {
                let length = Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
                guard bytes[start] == Frame810.lead || bytes[start] == Frame810.probeLead,
                    (3...(Frame810.payloadLimit + 2)).contains(length)
                else {
                    start += 1
                    continue
                }
                let end = start + 3 + length
                guard bytes.count >= end else { return nil }
                let crc = UInt16(bytes[end - 2]) << 8 | UInt16(bytes[end - 1])
                guard ~crc16(bytes[(start + 1)..<(end - 2)]) == crc else {
                    start += 1
                    continue
                }
                let frame = Frame810(lead: bytes[start], payload: Array(bytes[(start + 3)..<(end - 2)]))
                start = end
                return frame
            }
            return nil
        }

        /// Gives up on the unfinished frame: it was noise that looked like a head, or its end is lost.
        /// - Returns: the whole frames that were hidden behind it.
        package mutating func flush() -> [Frame810] {
            var hidden: [Frame810] = []
            while start < bytes.count {
                if let frame = next() { hidden.append(frame) } else { start += 1 }
            }
            (bytes, start) = ([], 0)
            return hidden
        }
    }
}

extension TagUID {
    /// Eight bytes, E0 first, as the pad sends them.
    package var bytes810: [UInt8] { stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> $0) } }

    package init(bytes810: some Sequence<UInt8>) { self.init(bytes810.reduce(0) { $0 << 8 | UInt64($1) }) }
}
