#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"

/// The quarterly paper to the board (M-134 to M-149).
namespace doorstep::domain::papers {

/// A draft's figures are counted when it is looked at. Sent for approval they are frozen with its words;
/// issued, the board reads it. What is wrong in an issued paper is put right by a new edition beside it.
enum class State { draft, approval, issued };
constexpr auto enum_names(State) {
    return std::array{EnumName{State::draft, "draft", "Draft"},
                      EnumName{State::approval, "approval", "Waiting for approval"},
                      EnumName{State::issued, "issued", "Issued"}};
}

struct Paper {
    BoardPaperId id;
    std::string period;  ///< "2023-24-Q1"
    int edition = 1;     ///< one more for each correction
    std::optional<BoardPaperId> corrects;
    std::string correction;  ///< why there is a new edition, in words for the board
    std::string board_name;
    Date meeting_on;
    std::string title;
    std::string author_role;
    std::string recommendation;  ///< "To note"
    std::string report_part;     ///< "Part B, for information and noting"
    State state = State::draft;
    std::string figures;  ///< frozen figures as JSON; empty for a draft
    std::optional<Instant> frozen_at;
    std::optional<Instant> issued_at;
    Instant created_at;
    std::int64_t version = 1;
};

/// What somebody wrote in a section, or answered to an implication.
struct SectionText {
    std::string code;
    std::optional<bool> answer;  ///< of an implication
    std::string words;
    std::int64_t version = 1;
};

struct Approval {
    std::string role;  ///< code
    std::string name;
    Date approved_on;
};

/// What a partner told us of the quarter (M-142).
struct PartnerSummary {
    std::string partner;
    std::optional<std::int64_t> patrols;  ///< nothing where they did not say
    std::optional<std::int64_t> referrals;
    std::string words;
};

/// How a kind of section is filled.
enum class SectionKind {
    words,
    implications,
    approvals,
    key_figures,
    opened_closed,
    satisfaction,
    interventions,
    case_types,
    contacts,
    partners,
    comments
};
constexpr auto enum_names(SectionKind) {
    return std::array{EnumName{SectionKind::words, "words", ""},
                      EnumName{SectionKind::implications, "implications", ""},
                      EnumName{SectionKind::approvals, "approvals", ""},
                      EnumName{SectionKind::key_figures, "key-figures", ""},
                      EnumName{SectionKind::opened_closed, "opened-closed", ""},
                      EnumName{SectionKind::satisfaction, "satisfaction", ""},
                      EnumName{SectionKind::interventions, "interventions", ""},
                      EnumName{SectionKind::case_types, "case-types", ""},
                      EnumName{SectionKind::contacts, "contacts", ""},
                      EnumName{SectionKind::partners, "partners", ""},
                      EnumName{SectionKind::comments, "comments", ""}};
}

struct TemplateSection {
    std::string code;
    std::string number;
    int level = 2;
    std::string title;
    SectionKind kind = SectionKind::words;
    std::string words;  ///< with fields in braces
};
struct TemplateEntry {
    std::string code;
    std::string title;
};
/// The paper's form, as standards/papers has it.
struct PaperTemplate {
    std::string title;
    std::string recommendation;
    std::string report_part;
    std::vector<std::string> key_figures;  ///< ids of measures
    std::vector<TemplateSection> sections;
    std::vector<TemplateEntry> implications;
    std::vector<TemplateEntry> approvals;

    TemplateSection const* section(std::string_view code) const;
    TemplateEntry const* approval(std::string_view code) const;
};

/// (1) There is no such role. (2) The date is in the future. (3) It is not before the day of the meeting: an
/// approval is given before the board meets (M-148). (4) Nobody is named.
Expected<Done> check_approval(PaperTemplate const& form, Paper const& paper, Approval const& approval,
                              Date today);
/// Whether every role has approved.
bool is_approved(PaperTemplate const& form, std::vector<Approval> const& approvals);

}  // namespace doorstep::domain::papers
