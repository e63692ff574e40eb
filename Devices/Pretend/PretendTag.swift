import Circulation
import Tags

/// A tag of 28 blocks of 4 bytes with its two registers, as an ICODE SLIX has them.
public struct PretendTag: Equatable, Sendable {
    public static let byteCount = 112
    public static let blockCount = 28

    public var uid: TagUID
    public var memory: [UInt8]  // always 112 bytes
    public var afi: UInt8
    public var dsfid: UInt8
    public var isAFILocked: Bool

    /// - Parameter memory: Cut or filled with 00 to 112 bytes.
    public init(uid: TagUID, memory: [UInt8], afi: UInt8 = 0, dsfid: UInt8 = 0, isAFILocked: Bool = false) {
        let known = memory.prefix(Self.byteCount)
        self.memory = known + Array(repeating: 0, count: Self.byteCount - known.count)
        (self.uid, self.afi, self.dsfid, self.isAFILocked) = (uid, afi, dsfid, isAFILocked)
    }

    /// A book's tag after ISO 28560-3, as a library would have written it.
    /// - Throws: ``TagError`` if the barcode does not fit on such a tag.
    public static func item(
        barcode: String, uid: TagUID, alarmOn: Bool, parts: Int = 1, ordinal: Int = 1, owner: String? = nil
    ) throws(TagError) -> PretendTag {
        let tag = ItemTag(item: barcode, parts: parts, ordinal: ordinal, owner: owner)
        let afi = SecurityProfile.iso28560.value(isOn: alarmOn)
        return PretendTag(uid: uid, memory: try tag.encoded(byteCount: byteCount), afi: afi, dsfid: 0x3E)
    }

    /// nil if the register holds neither of the standard's two values.
    public var isAlarmOn: Bool? { SecurityProfile.iso28560.isOn(afi) }
}
