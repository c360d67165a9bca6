#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/papers/paper.h"
#include "usecases/context.h"
#include "usecases/papers/paper_figures.h"

namespace doorstep::usecases::papers {

using domain::papers::Approval;
using domain::papers::Paper;
using domain::papers::PaperTemplate;
using domain::papers::PartnerSummary;
using domain::papers::TemplateSection;

struct SectionView {
    TemplateSection const* form = nullptr;
    std::string words;         ///< as somebody wrote them, or as the form fills them in
    std::int64_t version = 0;  ///< 0 until somebody writes
    bool is_written() const { return version > 0; }
};

struct ImplicationView {
    std::string code;
    std::string title;
    std::optional<bool> answer;
    std::string words;
    std::int64_t version = 0;
};

struct ApprovalView {
    std::string role;
    std::string title;
    std::optional<Approval> approval;
};

/// A paper with everything that stands in it.
struct PaperView {
    Paper paper;
    bool is_stored = true;  ///< false for one that nobody has begun: as it would be
    PaperFigures figures;   ///< frozen, or as they are counted now
    std::vector<SectionView> sections;
    std::vector<ImplicationView> implications;
    std::vector<ApprovalView> approvals;
    bool is_approved = false;
    bool may_write = false;
    bool may_approve = false;
    std::optional<BoardPaperId> newer;  ///< the edition that corrects this one

    bool is_frozen() const { return paper.state != domain::papers::State::draft; }
    SectionView const* section(std::string_view code) const;
};

/// Needs Action::see_papers; whoever may not write papers sees those that are issued. Not found for others.
Expected<PaperView> view_paper(Context& context, std::string_view id);
/// The newest edition of a quarter's paper ("2023-24-Q1"), or the paper as it would be when nobody has begun
/// it: for those who write papers. Refused for what is no quarter, and for one that has not begun.
Expected<PaperView> view_paper_of(Context& context, std::string_view period);

/// Fields in braces become words of the figures and the site; what is no field stays.
std::string filled_in(std::string_view words, PaperFigures const& figures, Settings const& settings);

struct PaperList {
    std::vector<Paper> papers;
    int count = 0;
    int page = 1;
    int pages = 1;
    bool may_write = false;
};
constexpr int papers_per_page = 25;
Expected<PaperList> list_papers(Context& context, int page);

/// Inside a change or not: the paper, for whoever may see it.
Expected<Paper> open_paper(storage::sql::Read& tx, domain::access::Viewer const& viewer, std::string_view id);

}  // namespace doorstep::usecases::papers
