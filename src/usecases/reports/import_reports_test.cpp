#include "usecases/reports/import_reports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/places.h"
#include "storage/reports.h"
#include "storage/triage.h"
#include "support/site/import_files.h"
#include "support/site/test_site.h"

namespace doorstep::usecases::reports {
namespace {

using domain::access::Role;
using domain::reports::State;
using testing::ElementsAre;

constexpr char const* map = R"(
    source = "old"
    key = "Ref"
    date_format = "DD/MM/YYYY HH:mm"
    [columns]
    received = "Logged"
    what_happened = "{Type}: {Notes}"
    category = "Type"
    signpost = "Type"
    is_closed = "Status"
    uprn = "UPRN"
    channel = "Way"
    [values.channel]
    Phone = "telephone"
    [values.category]
    Noise = "noise"
    Parking = "something-else"
    [values.signpost]
    Noise = ""
    Parking = "council"
    [values.is_closed]
    Closed = "yes"
    Open = "no"
)";
constexpr char const* header = "Ref,Logged,Type,Notes,Status,UPRN,Way\n";

class ImportReports : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    test::ImportFiles files{site};

    Expected<imports::ImportResult> load(std::string const& rows, std::string const& mapping = map,
                                         bool dry_run = false) {
        files.problems.clear();
        auto options = files.options(files.write("old.csv", header + rows));
        options.map = files.write("old.toml", mapping);
        options.dry_run = dry_run;
        auto context = site.as_system();
        return import_reports(context, options);
    }
    std::optional<domain::reports::Report> stored(std::string_view key) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::reports::find_imported(tx, "old", key); });
    }
};

TEST_F(ImportReports, puts_open_rows_into_triage_with_the_clock_of_their_day) {
    auto const result = load("1,08/06/2026 23:10,Noise,\"Loud, again\",Open,,Phone\n");
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_EQ(result->counts.rows_new, 1);
    auto const report = stored("1");
    ASSERT_TRUE(report);
    EXPECT_EQ(report->state, State::waiting);
    EXPECT_EQ(report->what_happened, "Noise: Loud, again");
    EXPECT_EQ(report->channel, "telephone");
    EXPECT_EQ(report->received_on, Date::of(2026, 6, 8));
    EXPECT_EQ(london_time(report->received_at), (TimeOfDay{23, 10}));
    EXPECT_EQ(report->first_contact_by, Date::of(2026, 6, 15));
    EXPECT_THAT(site.events_of(report->id.text()), ElementsAre("report-received"));
}

TEST_F(ImportReports, keeps_what_the_other_system_had_settled_as_settled) {
    ASSERT_TRUE(
        load("1,08/06/2020 09:00,Noise,Loud,Closed,,Phone\n"
             "2,08/06/2020 09:00,Parking,Blocked in,Open,,\n"));
    EXPECT_EQ(stored("1")->state, State::dealt_with_before);
    EXPECT_EQ(stored("2")->state, State::signposted);
    EXPECT_EQ(stored("2")->channel, "import");
    EXPECT_THAT(site.events_of(stored("2")->id.text()), ElementsAre("report-received", "report-decided"));
    site.database().read([&](storage::sql::Read& tx) {
        auto const decision = storage::triage::find(tx, stored("2")->id);
        ASSERT_TRUE(decision);
        EXPECT_EQ(decision->signpost, "council");
        EXPECT_EQ(decision->reason, "Loaded from old: Parking");
        EXPECT_FALSE(decision->decided_by);
        EXPECT_EQ(
            storage::reports::count_waiting(
                tx, storage::reports::report_scope(domain::access::Viewer::system(domain::access::Door::job)),
                storage::reports::Queue::everything),
            0);
    });
}

TEST_F(ImportReports, adds_nothing_the_second_time) {
    std::string const rows =
        "1,08/06/2026 23:10,Noise,Loud,Open,,Phone\n2,08/06/2020 09:00,Parking,Blocked,Open,,\n";
    ASSERT_TRUE(load(rows));
    auto const again = load(rows + "3,09/06/2026 01:00,Noise,Again,Open,,Phone\n");
    EXPECT_EQ(again->counts.rows_same, 2);
    EXPECT_EQ(again->counts.rows_new, 1);
}

TEST_F(ImportReports, lists_every_row_it_cannot_take_and_takes_the_rest) {
    auto const result = load(
        "1,08/06/2026 23:10,Noise,\"two\nlines\",Open,,Phone\n"
        ",08/06/2026 23:10,Noise,x,Open,,Phone\n"
        "2,06/13/2026 23:10,Noise,x,Open,,Phone\n"
        "3,11/06/2026 09:00,Noise,x,Open,,Phone\n"
        "4,,Noise,x,Open,,Phone\n"
        "5,08/06/2026 23:10,Drugs,x,Open,,Phone\n"
        "6,08/06/2026 23:10,Noise,x,Pending,,Phone\n"
        "7,08/06/2026 23:10,Noise,x,Open,,Fax\n"
        "1,08/06/2026 23:10,Noise,x,Open,,Phone\n"
        "8,08/06/2026 23:10,Noise,x,Open,25000123,Phone\n"
        "9\n");
    EXPECT_EQ(result->counts.rows_new, 2);
    EXPECT_EQ(result->counts.rows_refused, 9);
    EXPECT_EQ(result->counts.rows_read(), 11);
    EXPECT_THAT(
        files.problem_words(),
        ElementsAre(
            "4: the column Ref is empty",
            "5: received \"06/13/2026 23:10\" is not a date as the mapping says",
            "6: received \"11/06/2026 09:00\" is in the future", "7: it does not say when it was received",
            "8: category \"Drugs\" is not in the mapping", "9: is_closed \"Pending\" is not in the mapping",
            "10: channel \"Fax\" is not in the mapping", "11: 1 is on line 2 already",
            "13: it does not say what happened", "12 taken: there is no address with the UPRN 25000123"));
}

TEST_F(ImportReports, takes_place_ward_and_officer_from_the_uprn) {
    domain::places::Area const ward{
        .id = AreaId(site.ids.next()), .code = "E05009406", .name = "Bletchley East", .asb_officer = {}};
    domain::places::Address home;
    home.id = AddressId(site.ids.next());
    home.uprn = "25000123";
    home.line = "2 Mill Lane";
    home.postcode = "MK1 1AS";
    home.area = ward.id;
    site.database().write([&](storage::sql::Write& tx) {
        storage::places::insert(tx, ward);
        storage::places::insert(tx, home);
    });
    ASSERT_TRUE(load("1,08/06/2026 23:10,Noise,Loud,Open,0025000123,Phone\n"));
    EXPECT_EQ(stored("1")->address, home.id);
    EXPECT_EQ(stored("1")->area, ward.id);
    EXPECT_EQ(stored("1")->postcode, "MK1 1AS");
}

TEST_F(ImportReports, uses_a_number_only_when_somebody_says_that_it_is_safe) {
    std::string const with_number = std::string(map);
    auto unsafe = with_number;
    unsafe.replace(unsafe.find("[values.channel]"), 0, "telephone = \"Way\"\n");
    EXPECT_NE(load("1,08/06/2026 23:10,Noise,x,Open,,Phone\n", unsafe).error().message().find("safe_ways"),
              std::string::npos);
    auto safe = unsafe;
    safe.replace(safe.find("[values.channel]"), 0, "[constants]\nsafe_ways = \"telephone\"\n");
    safe.replace(safe.find("telephone = \"Way\""), 17, "telephone = \"UPRN\"");
    safe.replace(safe.find("uprn = \"UPRN\""), 13, "");
    auto const result = load(
        "1,08/06/2026 23:10,Noise,x,Open,07700 900123,Phone\n2,08/06/2026 23:10,Noise,x,Open,,Phone\n", safe);
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_TRUE(stored("1")->safe_contact_id);
    EXPECT_FALSE(stored("2")->safe_contact_id);
}

TEST_F(ImportReports, keeps_nothing_of_a_dry_run) {
    auto const result = load("1,08/06/2026 23:10,Noise,Loud,Open,,Phone\n", map, true);
    EXPECT_EQ(result->counts.rows_new, 1);
    EXPECT_FALSE(stored("1"));
}

TEST_F(ImportReports, says_what_the_mapping_lacks) {
    for (auto const& [mapping, word] : {std::pair{"", "source"}, std::pair{"source = \"x\"", "key"},
                                        std::pair{"source = \"x\"\nkey = \"Ref\"", "date_format"}})
        EXPECT_NE(load("", mapping).error().message().find(word), std::string::npos) << mapping;
    auto context = site.as_system();
    EXPECT_EQ(import_reports(context, files.options(files.write("x.csv", header))).error().code(),
              "no-mapping");
}

TEST_F(ImportReports, is_for_those_who_may_import) {
    auto context = site.as(site.account(Role::asb_officer));
    EXPECT_EQ(import_reports(context, files.options("x")).error().kind(), RefusalKind::forbidden);
}

TEST_F(ImportReports, takes_every_row_of_a_city_s_sample) {
    auto const sample = test::ImportFiles::shared("311/baltimore-311-sample.csv.gz");
    if (sample.empty()) GTEST_SKIP() << "The sample of service requests is not here";
    auto options = files.options(sample);
    options.map = "demo/maps/baltimore-311.toml";
    auto context = site.as_system();
    auto const result = import_reports(context, options);
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_EQ(result->counts.rows_new, 10'000);
    EXPECT_EQ(result->counts.rows_refused, 0);
    EXPECT_THAT(files.problems, testing::IsEmpty());
    auto again = site.as_system();
    EXPECT_EQ(import_reports(again, options)->counts.rows_same, 10'000);
}

}  // namespace
}  // namespace doorstep::usecases::reports
