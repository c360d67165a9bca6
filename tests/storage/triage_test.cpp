#include "storage/triage.h"

#include "base/clock.h"
#include "storage/reports.h"
#include "storage/storage_test.h"

namespace doorstep {
namespace {

using storage::sql::Read;
using storage::sql::Write;

using Triage = test::OnBothDatabases;
DOORSTEP_ON_BOTH_DATABASES(Triage);

TEST_P(Triage, keeps_a_decision_with_all_its_facts_and_one_that_nobody_here_made) {
    FixedClock const clock{Instant::from_milliseconds(1'780'000'000'000)};
    SeededIdSource ids{clock, 1};
    domain::reports::Report report;
    report.id = ReportId(ids.next());
    report.reference = "R-26-00001";
    report.what_happened = "Doors banging";
    domain::triage::Decision const decision{
        .report = report.id,
        .path = domain::triage::Path::everyday_noise,
        .is_asb = false,
        .reason = "Doors of the shared hall",
        .explanation = "We will look at the door closers",
        .everyday_noise_step = domain::triage::EverydayNoiseStep::fabric_check,
        .signpost = "",
        .decided_by = {},
        .decided_at = clock.now(),
        .decided_on = clock.today()};
    database().write([&](Write& tx) {
        ASSERT_TRUE(storage::reports::insert(tx, report));
        storage::triage::insert(tx, decision);
    });
    auto const stored = database().read([&](Read& tx) { return storage::triage::find(tx, report.id); });
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->path, decision.path);
    EXPECT_EQ(stored->explanation, decision.explanation);
    EXPECT_EQ(stored->everyday_noise_step, decision.everyday_noise_step);
    EXPECT_FALSE(stored->decided_by);
    EXPECT_EQ(stored->decided_on, decision.decided_on);
    EXPECT_FALSE(database().read([&](Read& tx) { return storage::triage::find(tx, ReportId(ids.next())); }));
}

}  // namespace
}  // namespace doorstep
