/// Which values of the application family register (AFI) the library's gates take for "in the library" and "on loan".
public struct SecurityProfile: Hashable, Sendable {
    public var on: UInt8  // the gate rings
    public var off: UInt8  // the gate stays quiet
    public init(on: UInt8, off: UInt8) { (self.on, self.off) = (on, off) }

    /// ISO 28560-1: 07 in the library, C2 on loan.
    public static let iso28560 = SecurityProfile(on: 0x07, off: 0xC2)
    /// 3M and Bibliotheca before the standard: D7 secured, DA not secured.
    public static let legacy3M = SecurityProfile(on: 0xD7, off: 0xDA)

    public func value(isOn: Bool) -> UInt8 { isOn ? on : off }

    /// - Returns: nil for a value that this profile does not use; a tag that was never initialised has 00.
    public func isOn(_ afi: UInt8) -> Bool? {
        afi == on ? true : afi == off ? false : nil
    }
}
