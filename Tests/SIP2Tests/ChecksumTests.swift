import SIP2
import Testing

/// Worked values: computed independently in Python and by two Perl servers.
@Suite struct ChecksumTests {
    @Test(arguments: [
        ("97AZ", "FEF5"), ("96AZ", "FEF6"), ("941AY0AZ", "FDFD"), ("9900302.00AY1AZ", "FCA5"),
        ("9900802.00AY0AZ", "FCA1"), ("990 402.00AY1AZ", "FCB4"),
        ("9300CNscclient|COclientpwd|CPdesk|AY0AZ", "F1DF"),
        ("9300CNLoginUserID|COLoginPassword|CPLocationCode|AY5AZ", "EC7B"),
        ("2300119960212    100239AOid_21|AA104000000105|AC|AD|AY2AZ", "F271"),
        ("2300120261122    120000AOUWOLS|AAdjfiander|AC|AD6789|AY1AZ", "F047"),
        (
            "11NN20261122    12000020261122    120000AOUWOLS|AAdjfiander|AB1565921879|AC|AD6789|BON|BIN|AY2AZ",
            "E747"
        ),
        ("6300120261122    120000  Y       AOUWOLS|AAdjfiander|AC|AD6789|BP1|BQ5|AY3AZ", "EC45"),
    ])
    func `the checksum of a known line is the known one`(line: String, digits: String) throws {
        #expect(checksum(line.utf8) == UInt16(digits, radix: 16))
        #expect(try Frame(Array((line + digits).utf8)).checksumState == .valid)
        #expect(try Frame(Array((line + digits.lowercased()).utf8)).checksumState == .valid)
        #expect(try Frame(Array((line + "0000").utf8)).checksumState == .invalid)
    }

    @Test(arguments: [(Charset.utf8, "EF02"), (.latin1, "F008"), (.cp850, "F0EA")])
    func `the same title has another checksum in each character set`(charset: Charset, digits: String) {
        let line = charset.bytes(of: "1803000120261122    120000AB1001|AJLes misérables ü|AY0AZ")
        #expect(checksum(line) == UInt16(digits, radix: 16))
    }
}
