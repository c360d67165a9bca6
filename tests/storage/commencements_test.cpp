#include "storage/commencements.h"

#include <gtest/gtest.h>

#include "storage/on_a_case.h"

namespace doorstep::storage::commencements {
namespace {

class Commencements : public test::OnACase {};

TEST_P(Commencements, are_kept_as_proposed_and_decided_once) {
    StoredCommencement one{.id = std::string(ids.next().text()),
                           .provision = "closure.hearing_deadline_h",
                           .tenancy = "",
                           .in_force_from = june(9),
                           .authority = "SI 2027/123 “commencement”",
                           .note = "Read\ntwice",
                           .state = "proposed",
                           .proposed_by = officer.id,
                           .proposed_at = clock.now(),
                           .decided_by = {},
                           .decided_at = {}};
    write([&](sql::Write& tx) {
        insert(tx, one);
        return true;
    });
    auto const found = read([&](sql::Read& tx) { return find(tx, one.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->authority, one.authority);
    EXPECT_EQ(found->note, one.note);
    EXPECT_EQ(found->in_force_from, june(9));
    EXPECT_FALSE(found->decided_by);

    auto const decided = [&] {
        return write([&](sql::Write& tx) { return decide(tx, one.id, "approved", manager.id, clock.now()); });
    };
    EXPECT_TRUE(decided());
    EXPECT_FALSE(decided());
    auto const list = read([&](sql::Read& tx) { return all(tx); });
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list.front().state, "approved");
    EXPECT_EQ(list.front().decided_by, std::optional(manager.id));
    EXPECT_FALSE(read([&](sql::Read& tx) { return find(tx, "nothing"); }));
}

DOORSTEP_ON_BOTH_DATABASES(Commencements);

}  // namespace
}  // namespace doorstep::storage::commencements
