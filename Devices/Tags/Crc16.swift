/// The check value of ISO 28560-3 tags and of the 3M pads: polynomial 0x1021, start 0xFFFF, high bit first.
///
/// The tags store it as it is; the pads send its complement. The Danish model document gives a check string:
/// `RFID tag data model` has the value 1AEE.
public func crc16(_ bytes: some Sequence<UInt8>) -> UInt16 {
    var crc: UInt16 = 0xFFFF
    for byte in bytes {
        crc ^= UInt16(byte) << 8
        for _ in 0..<8 { crc = crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021 }
    }
    return crc
}
