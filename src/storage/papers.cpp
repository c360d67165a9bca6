#include "storage/papers.h"

namespace doorstep::storage::papers {
namespace {

sql::Query const insert_paper{"papers.insert", R"sql(
    INSERT INTO board_paper (id, period, edition, corrects, correction, board_name, meeting_on, title, author_role,
        recommendation, report_part, state, figures, frozen_at, frozen_by, issued_at, issued_by, created_at, created_by, version)
    VALUES (:id, :period, :edition, :corrects, :correction, :board_name, :meeting_on, :title, :author_role,
        :recommendation, :report_part, :state, :figures, :frozen_at, NULL, :issued_at, NULL, :created_at, :by, :version)
    ON CONFLICT (period, edition) DO NOTHING
)sql"};

sql::Query const update_paper{"papers.update", R"sql(
    UPDATE board_paper SET correction = :correction, board_name = :board_name, meeting_on = :meeting_on, title = :title,
        author_role = :author_role, recommendation = :recommendation, report_part = :report_part, state = :state,
        figures = :figures,
        frozen_by = CASE WHEN CAST(:frozen_at AS BIGINT) IS NULL THEN NULL WHEN frozen_at IS NULL THEN :by ELSE frozen_by END,
        issued_by = CASE WHEN CAST(:issued_at AS BIGINT) IS NULL THEN NULL WHEN issued_at IS NULL THEN :by ELSE issued_by END,
        frozen_at = :frozen_at, issued_at = :issued_at, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define PAPER_COLUMNS                                                                         \
    "id, period, edition, corrects, correction, board_name, meeting_on, title, author_role, " \
    "recommendation, "                                                                        \
    "report_part, state, "

sql::Query const select_paper{
    "papers.find", "SELECT " PAPER_COLUMNS
                   "figures, frozen_at, issued_at, created_at, version FROM board_paper WHERE id = :id"};

sql::Query const select_newest{"papers.newest_of",
                               "SELECT " PAPER_COLUMNS
                               "figures, frozen_at, issued_at, created_at, version FROM board_paper "
                               "WHERE period = :period ORDER BY edition DESC LIMIT 1"};

sql::Query const select_list{"papers.list", "SELECT " PAPER_COLUMNS
                                            "'', frozen_at, issued_at, created_at, version FROM board_paper "
                                            "WHERE (NOT :issued_only OR state = 'issued') "
                                            "ORDER BY period DESC, edition DESC LIMIT :limit OFFSET :offset"};

sql::Query const count_papers{
    "papers.count", "SELECT count(*) FROM board_paper WHERE (NOT :issued_only OR state = 'issued')"};

sql::Query const select_sections{"papers.sections_of", R"sql(
    SELECT s.code, s.answer, s.words, s.version FROM paper_section s
    WHERE s.paper_id = :paper
        AND s.version = (SELECT max(n.version) FROM paper_section n WHERE n.paper_id = s.paper_id AND n.code = s.code)
    ORDER BY s.code
)sql"};

sql::Query const select_versions{"papers.versions_of", R"sql(
    SELECT s.code, s.answer, s.words, s.version, coalesce(a.name, ''), s.edited_at
    FROM paper_section s LEFT JOIN account a ON a.id = s.edited_by
    WHERE s.paper_id = :paper AND s.code = :code ORDER BY s.version DESC LIMIT 50
)sql"};

sql::Query const select_words_of_period{"papers.words_of_period", R"sql(
    SELECT s.words FROM board_paper p JOIN paper_section s ON s.paper_id = p.id
    WHERE p.period = :period AND s.code = :code ORDER BY p.edition DESC, s.version DESC LIMIT 1
)sql"};

sql::Query const insert_section{"papers.insert_section", R"sql(
    INSERT INTO paper_section (paper_id, code, version, answer, words, edited_by, edited_at)
    VALUES (:paper, :code, :version, :answer, :words, :by, :now) ON CONFLICT (paper_id, code, version) DO NOTHING
)sql"};

sql::Query const put_approval{"papers.put_approval", R"sql(
    INSERT INTO paper_approval (paper_id, role, name, approved_on, recorded_by, recorded_at)
    VALUES (:paper, :role, :name, :approved_on, :by, :now)
    ON CONFLICT (paper_id, role) DO UPDATE SET name = excluded.name, approved_on = excluded.approved_on,
        recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
)sql"};

sql::Query const select_approvals{
    "papers.approvals_of",
    "SELECT role, name, approved_on FROM paper_approval WHERE paper_id = :paper ORDER BY role"};

sql::Query const delete_approvals{"papers.drop_approvals",
                                  "DELETE FROM paper_approval WHERE paper_id = :paper"};

sql::Query const put_partner{"papers.put_partner", R"sql(
    INSERT INTO partner_summary (period, partner, patrols, referrals, words, recorded_by, recorded_at)
    VALUES (:period, :partner, :patrols, :referrals, :words, :by, :now)
    ON CONFLICT (period, partner) DO UPDATE SET patrols = excluded.patrols, referrals = excluded.referrals,
        words = excluded.words, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
)sql"};

// What, where it stands among its like, and its words.
sql::Query const select_beside{"papers.beside", R"sql(
    SELECT 'section' AS what, s.code AS place, s.words, CASE WHEN s.answer THEN 'yes' WHEN s.answer IS NOT NULL THEN 'no' ELSE '' END AS first,
        '' AS second, s.version
    FROM paper_section s WHERE s.paper_id = :paper
        AND s.version = (SELECT max(n.version) FROM paper_section n WHERE n.paper_id = s.paper_id AND n.code = s.code)
    UNION ALL SELECT 'approval', role, name, approved_on, '', CAST(0 AS BIGINT) FROM paper_approval WHERE paper_id = :paper
    UNION ALL SELECT 'edition', e.id, '', e.state, '', e.edition
    FROM (SELECT id, state, edition FROM board_paper WHERE period = :period ORDER BY edition DESC LIMIT 1) e
    UNION ALL SELECT 'partner', partner, words, coalesce(CAST(patrols AS TEXT), ''), coalesce(CAST(referrals AS TEXT), ''),
        CAST(0 AS BIGINT) FROM partner_summary WHERE period = :period
    UNION ALL SELECT 'story', t.id, t.words, t.title, '', CAST(0 AS BIGINT)
    FROM (SELECT id, words, title FROM case_study WHERE period = :period AND state = 'signed-off' ORDER BY id LIMIT 20) t
    ORDER BY 1, 2
)sql"};

std::optional<std::int64_t> number_or_none(std::string const& text) {
    return text.empty() ? std::nullopt : std::optional<std::int64_t>(std::stoll(text));
}

Paper read_paper(sql::Row& row) {
    Paper p;
    row.read(p.id, p.period, p.edition, p.corrects, p.correction, p.board_name, p.meeting_on, p.title,
             p.author_role, p.recommendation, p.report_part, p.state, p.figures, p.frozen_at, p.issued_at,
             p.created_at, p.version);
    return p;
}

}  // namespace

bool insert(sql::Write& tx, Paper const& paper, std::optional<AccountId> by) {
    return tx.run(insert_paper, {{"id", paper.id},
                                 {"period", paper.period},
                                 {"edition", paper.edition},
                                 {"corrects", paper.corrects},
                                 {"correction", paper.correction},
                                 {"board_name", paper.board_name},
                                 {"meeting_on", paper.meeting_on},
                                 {"title", paper.title},
                                 {"author_role", paper.author_role},
                                 {"recommendation", paper.recommendation},
                                 {"report_part", paper.report_part},
                                 {"state", paper.state},
                                 {"figures", paper.figures},
                                 {"frozen_at", paper.frozen_at},
                                 {"issued_at", paper.issued_at},
                                 {"created_at", paper.created_at},
                                 {"by", by},
                                 {"version", paper.version}}) == 1;
}

bool update(sql::Write& tx, Paper& paper, std::optional<AccountId> by) {
    bool const changed = tx.run(update_paper, {{"id", paper.id},
                                               {"version", paper.version},
                                               {"correction", paper.correction},
                                               {"board_name", paper.board_name},
                                               {"meeting_on", paper.meeting_on},
                                               {"title", paper.title},
                                               {"author_role", paper.author_role},
                                               {"recommendation", paper.recommendation},
                                               {"report_part", paper.report_part},
                                               {"state", paper.state},
                                               {"figures", paper.figures},
                                               {"frozen_at", paper.frozen_at},
                                               {"issued_at", paper.issued_at},
                                               {"by", by}}) == 1;
    if (changed) ++paper.version;
    return changed;
}

std::optional<Paper> find(sql::Read& tx, BoardPaperId id) {
    return tx.one(select_paper, {{"id", id}}, read_paper);
}

std::optional<Paper> newest_of(sql::Read& tx, std::string_view period) {
    return tx.one(select_newest, {{"period", period}}, read_paper);
}

std::vector<Paper> list(sql::Read& tx, bool issued_only, int limit, int offset) {
    return tx.all(select_list, {{"issued_only", issued_only}, {"limit", limit}, {"offset", offset}},
                  read_paper);
}

int count(sql::Read& tx, bool issued_only) {
    return tx.value<int>(count_papers, {{"issued_only", issued_only}}).value_or(0);
}

std::vector<SectionText> sections_of(sql::Read& tx, BoardPaperId paper) {
    return tx.all(select_sections, {{"paper", paper}}, [](sql::Row& row) {
        SectionText text;
        row.read(text.code, text.answer, text.words, text.version);
        return text;
    });
}

std::vector<SectionVersion> versions_of(sql::Read& tx, BoardPaperId paper, std::string_view code) {
    return tx.all(select_versions, {{"paper", paper}, {"code", code}}, [](sql::Row& row) {
        SectionVersion one;
        auto& text = one.text;
        row.read(text.code, text.answer, text.words, text.version, one.edited_by, one.edited_at);
        return one;
    });
}

std::optional<std::string> words_of_period(sql::Read& tx, std::string_view period, std::string_view code) {
    return tx.value<std::string>(select_words_of_period, {{"period", period}, {"code", code}});
}

bool insert(sql::Write& tx, BoardPaperId paper, SectionText const& text, std::optional<AccountId> by,
            Instant now) {
    return tx.run(insert_section, {{"paper", paper},
                                   {"code", text.code},
                                   {"version", text.version},
                                   {"answer", text.answer},
                                   {"words", text.words},
                                   {"by", by},
                                   {"now", now}}) == 1;
}

void put(sql::Write& tx, BoardPaperId paper, Approval const& approval, std::optional<AccountId> by,
         Instant now) {
    tx.run(put_approval, {{"paper", paper},
                          {"role", approval.role},
                          {"name", approval.name},
                          {"approved_on", approval.approved_on},
                          {"by", by},
                          {"now", now}});
}

std::vector<Approval> approvals_of(sql::Read& tx, BoardPaperId paper) {
    return tx.all(select_approvals, {{"paper", paper}}, [](sql::Row& row) {
        Approval approval;
        row.read(approval.role, approval.name, approval.approved_on);
        return approval;
    });
}

void drop_approvals(sql::Write& tx, BoardPaperId paper) { tx.run(delete_approvals, {{"paper", paper}}); }

void put(sql::Write& tx, std::string_view period, PartnerSummary const& summary, std::optional<AccountId> by,
         Instant now) {
    tx.run(put_partner, {{"period", period},
                         {"partner", summary.partner},
                         {"patrols", summary.patrols},
                         {"referrals", summary.referrals},
                         {"words", summary.words},
                         {"by", by},
                         {"now", now}});
}

Beside beside(sql::Read& tx, std::optional<BoardPaperId> paper, std::string_view period) {
    Beside found;
    auto const id = paper ? std::string(paper->text()) : std::string();
    tx.each(select_beside, {{"paper", id}, {"period", period}}, [&](sql::Row& row) {
        std::string what, place, words, first, second;
        std::int64_t version = 0;
        row.read(what, place, words, first, second, version);
        if (what == "section") {
            auto const answer = first.empty() ? std::nullopt : std::optional(first == "yes");
            found.sections.push_back({.code = place, .answer = answer, .words = words, .version = version});
        } else if (what == "approval") {
            if (auto const day = Date::parse_iso(first)) found.approvals.push_back({place, words, *day});
        } else if (what == "edition") {
            auto const newest = BoardPaperId::parse(place);
            auto const state = enum_from_name<domain::papers::State>(first);
            if (newest && state) found.newest = Beside::Edition{*newest, version, *state};
        } else if (what == "partner") {
            found.partners.push_back({place, number_or_none(first), number_or_none(second), words});
        } else {
            found.stories.push_back(first + "\n\n" + words);
        }
    });
    return found;
}

}  // namespace doorstep::storage::papers
