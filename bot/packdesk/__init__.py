"""A community's packs under its moderators' hands: brought, looked over, mended, taken out."""
