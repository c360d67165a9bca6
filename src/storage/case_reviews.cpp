#include "storage/case_reviews.h"

namespace doorstep::storage::case_reviews {
namespace {

sql::Query const put_numbers{"case_reviews.put", R"sql(
    INSERT INTO case_review_numbers (area, from_on, until_on, applications, not_met, reviews, with_recommendations, ours,
        source, recorded_by, recorded_at)
    VALUES (:area, :from, :until, :applications, :not_met, :reviews, :with_recommendations, :ours, :source, :by, :now)
    ON CONFLICT (area, from_on) DO UPDATE SET until_on = excluded.until_on, applications = excluded.applications,
        not_met = excluded.not_met, reviews = excluded.reviews, with_recommendations = excluded.with_recommendations,
        ours = excluded.ours, source = excluded.source, recorded_by = excluded.recorded_by,
        recorded_at = excluded.recorded_at
)sql"};
sql::Query const select_numbers{"case_reviews.list", R"sql(
    SELECT area, from_on, until_on, applications, not_met, reviews, with_recommendations, ours, source
    FROM case_review_numbers ORDER BY from_on DESC, area LIMIT :limit
)sql"};

}  // namespace

void put(sql::Write& tx, domain::figures::CaseReviews const& n, std::optional<AccountId> by, Instant now) {
    tx.run(put_numbers, {{"area", n.area},
                         {"from", n.from},
                         {"until", n.last_day},
                         {"applications", n.applications},
                         {"not_met", n.not_met},
                         {"reviews", n.reviews},
                         {"with_recommendations", n.with_recommendations},
                         {"ours", n.ours},
                         {"source", n.source},
                         {"by", by},
                         {"now", now}});
}

std::vector<domain::figures::CaseReviews> list(sql::Read& tx, int limit) {
    return tx.all(select_numbers, {{"limit", limit}}, [](sql::Row& row) {
        domain::figures::CaseReviews n;
        row.read(n.area, n.from, n.last_day, n.applications, n.not_met, n.reviews, n.with_recommendations,
                 n.ours, n.source);
        return n;
    });
}

}  // namespace doorstep::storage::case_reviews
