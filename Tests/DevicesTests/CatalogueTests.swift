import Devices
import Foundation
import Testing

@Suite struct CatalogueTests {
    @Test func theCheckedInRulesAreTheGeneratedRules() throws {
        let file = checkout.appending(path: "udev/70-lectern.rules")
        if ProcessInfo.processInfo.environment["LECTERN_UPDATE_GOLDENS"] == "1" {
            try Data(Model.udevRules().utf8).write(to: file)
        }
        let checkedIn = try String(contentsOf: file, encoding: .utf8)
        #expect(checkedIn == Model.udevRules(), "run LECTERN_UPDATE_GOLDENS=1 scripts/test --filter CatalogueTests")
    }

    @Test(arguments: Model.catalogue.map(\.name))
    func everyModelHasANoteAndTwoRecordings(_ name: String) throws {
        let folder = checkout.appending(path: "Devices/Models/\(name)").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.contains("README.md"))
        #expect(files.filter { $0.hasSuffix(".transcript") }.count >= 2)
    }

    @Test func everyFolderOfModelsIsInTheCatalogue() throws {
        let folder = checkout.appending(path: "Devices/Models").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == Model.catalogue.map(\.name).sorted())
    }

    @Test func namesAndNumbersAreUsedOnce() {
        let names = Model.catalogue.map(\.name)
        #expect(Set(names).count == names.count)
        let numbers = Model.catalogue.flatMap(\.matches).filter { $0 != .onlyByName }
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func aModelIsFoundByItsNameAndByItsLink() {
        #expect(driver(named: "3m-810") is Pad810)
        #expect(driver(named: "line-scanner") is LineScanner)
        #expect(driver(named: "3M-810") == nil)
        #expect(Model.linked("3m-810@pci-0000_00_14_0-usb-0_2_1_0")?.name == "3m-810")
        #expect(Model.linked("keyboard@x") == nil)
        #expect(Model.linked("") == nil)
    }

    @Test func aBridgeMatchesOnlyWithItsProductString() {
        let model = Model(
            name: "made-up", title: "Made up",
            matches: [.bridge(vendor: 0x0403, product: 0x6001, says: "Pad \"7\"*"), .onlyByName],
            wire: .serial(baud: 9600, parity: .none), driver: LineScanner.self, maturity: .fromDocuments)
        let rules = Model.udevRules([model])
        let condition = #"ATTRS{idVendor}=="0403", ATTRS{idProduct}=="6001", ATTRS{product}=="Pad ?7??""#
        #expect(rules.contains(condition))
        #expect(rules.contains(#"SYMLINK+="lectern/made-up@$env{ID_PATH_TAG}""#))
        #expect(rules.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }
}
