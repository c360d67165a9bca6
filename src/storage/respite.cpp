#include "storage/respite.h"

#include <string>

namespace doorstep::storage::respite {
namespace {

/// How many of one thing in each time, by the day it is counted by: nought before, 1 during, 2 after.
std::string counted(std::string const& what, std::string const& day, std::string const& from) {
    return "SELECT '" + what + "', CASE WHEN " + day + " < :during_from THEN 0 WHEN " + day +
           " < :during_until THEN 1 ELSE 2 END, count(*) FROM " + from + " AND " + day + " >= :from AND " +
           day + " < :until GROUP BY 2";
}

sql::Query const select_counts{
    "respite.counts",
    "WITH closed AS (SELECT a.block_id, a.postcode FROM case_file c JOIN address a ON a.id = c.address_id "
    "WHERE c.id = :file), neighbour AS (SELECT a.id FROM closed z JOIN address a ON a.block_id = z.block_id "
    "UNION SELECT a.id FROM closed z JOIN address a ON a.postcode = z.postcode WHERE z.block_id IS NULL) " +
        counted("report", "r.received_on", "neighbour n JOIN report r ON r.address_id = n.id WHERE 1 = 1") +
        " UNION ALL " +
        counted("visit", "k.made_on",
                "neighbour n JOIN case_file f ON f.address_id = n.id JOIN contact k ON k.case_file_id = f.id "
                "WHERE k.method = 'visit'") +
        " UNION ALL " +
        counted(
            "comment", "m.said_on",
            "survey_comment m JOIN survey s ON s.id = m.survey_id JOIN case_file f ON f.id = s.case_file_id "
            "WHERE f.address_id IN (SELECT id FROM neighbour)")};

}  // namespace

std::array<domain::orders::RespiteCount, 3> count(sql::Read& tx, CaseFileId file,
                                                  domain::orders::RespiteTimes const& times) {
    std::array<domain::orders::RespiteCount, 3> counts{};
    tx.each(select_counts,
            {{"file", file},
             {"from", times.before.from},
             {"during_from", times.during.from},
             {"during_until", times.during.until},
             {"until", times.after ? times.after->until : times.during.until}},
            [&](sql::Row& row) {
                std::string what;
                int time = 0;
                int number = 0;
                row.read(what, time, number);
                auto& into = counts.at(static_cast<std::size_t>(time));
                (what == "report" ? into.reports : what == "visit" ? into.visits : into.comments) = number;
            });
    return counts;
}

}  // namespace doorstep::storage::respite
