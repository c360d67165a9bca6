#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/papers/paper.h"
#include "usecases/context.h"
#include "usecases/papers/paper_figures.h"

/// Drafting, approving, freezing, issuing and correcting a board paper (T09). Each needs
/// Action::write_papers, an approval Action::approve_papers; each records an event.
namespace doorstep::usecases::papers {

struct PaperDetails {
    std::string period;  ///< "2023-24-Q1"; of a new paper only
    std::string board_name;
    Date meeting_on;
    std::string title;
    std::string author_role;
    std::string recommendation;
    std::string report_part;
};
/// Begins the first edition. Refused: what is no quarter, a quarter that has not begun, one that has a paper.
Expected<BoardPaperId> draft_paper(Context& context, PaperDetails const& details);

struct ChangeDetails {
    std::string id;
    std::int64_t seen_version = 0;
    PaperDetails details;
};
/// Refused once it is sent for approval, and when someone else changed it first.
Expected<Done> change_details(Context& context, ChangeDetails const& input);

struct WriteSection {
    std::string id;
    std::string code;  ///< of a section; "implications.legal" of an implication
    std::optional<bool> answer;
    std::string words;
    std::int64_t seen_version = 0;  ///< 0 when nobody had written it
};
/// A new version of a section's words. Refused (conflict, "changed-meanwhile") when someone else wrote one
/// since; nothing typed is lost: the page shows both.
Expected<Done> write_section(Context& context, WriteSection const& input);

struct WritePartner {
    std::string id;  ///< of the paper
    domain::papers::PartnerSummary summary;
};
Expected<Done> write_partner(Context& context, WritePartner const& input);

/// Freezes its figures and words: what is approved is what the board reads. Refused while an implication has
/// no answer, and for a quarter that is not over.
Expected<Done> send_for_approval(Context& context, std::string_view id);
/// Its approvals are dropped, and its figures are counted anew when it is looked at.
Expected<Done> return_to_draft(Context& context, std::string_view id);

struct ApprovePaper {
    std::string id;
    domain::papers::Approval approval;
};
/// Refused unless it waits for approval, and as domain::papers::check_approval refuses (M-148).
Expected<Done> approve_paper(Context& context, ApprovePaper const& input);

/// The board may read it. Refused until every role has approved, with dates before the meeting.
Expected<Done> issue_paper(Context& context, std::string_view id);

struct CorrectPaper {
    std::string id;
    std::string why;
};
/// A new edition, as a draft with the words of the one it corrects; both stay visible (M-149). Refused for
/// what is not issued or has been corrected already.
Expected<BoardPaperId> correct_paper(Context& context, CorrectPaper const& input);

/// A stored paper counted again.
struct PaperCheck {
    domain::papers::Paper paper;
    std::vector<FigureDifference> differences;
};
/// Refused where no paper of the quarter is frozen.
Expected<PaperCheck> check_paper(Context& context, std::string_view period);
/// The same of one edition.
Expected<PaperCheck> check_paper_edition(Context& context, std::string_view id);

}  // namespace doorstep::usecases::papers
