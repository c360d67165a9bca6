#include "storage/case_studies.h"

#include "storage/on_a_case.h"

namespace doorstep::storage::case_studies {
namespace {

class CaseStudies : public test::OnACase {};

TEST_P(CaseStudies, are_kept_once_for_a_case_and_quarter) {
    CaseStudy study;
    study.id = std::string(ids.next().text());
    study.period = "2026-27-Q1";
    study.case_file = file.id;
    study.title = "Noise";
    study.words = "Words";
    study.written_by = officer.id;
    auto again = study;
    again.id = std::string(ids.next().text());
    write([&](sql::Write& tx) {
        EXPECT_TRUE(insert(tx, study, clock.now()));
        EXPECT_FALSE(insert(tx, again, clock.now()));
        return true;
    });
    read([&](sql::Read& tx) {
        EXPECT_TRUE(signed_off_of(tx, study.period).empty());
        EXPECT_EQ(count(tx, case_scope(domain::access::Viewer{}, domain::access::Action::see_case)), 0)
            << "a draft is for those who may see its case";
        return true;
    });
    study.state = domain::stories::State::signed_off;
    study.signed_by = manager.id;
    study.signed_on = june(10);
    write([&](sql::Write& tx) {
        EXPECT_TRUE(update(tx, study));
        auto stale = study;
        stale.version = 1;
        EXPECT_FALSE(update(tx, stale));
        return true;
    });
    read([&](sql::Read& tx) {
        EXPECT_EQ(find(tx, study.id)->signed_on, june(10));
        EXPECT_EQ(signed_off_of(tx, study.period).size(), 1u);
        auto const nobody = case_scope(domain::access::Viewer{}, domain::access::Action::see_case);
        EXPECT_EQ(list(tx, nobody, 5, 0).size(), 1u) << "what is signed off is told";
        EXPECT_EQ(count(tx, nobody), 1);
        EXPECT_EQ(alike(tx, file.id, {june(1), june(30)}), 0) << "a case without an area is like none";
        return true;
    });
}

DOORSTEP_ON_BOTH_DATABASES(CaseStudies);

}  // namespace
}  // namespace doorstep::storage::case_studies
